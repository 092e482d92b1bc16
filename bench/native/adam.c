/*
 * The sweep of bench/experiments.mjs as native code: Adam on Rosenbrock over the learning rate (a column each, spaced by
 * ratio) and beta1 (a row each, spaced evenly), in float32, on all cores. The compiler makes vectors of the loops over LANES.
 *
 *   adam WIDTH HEIGHT STEPS  LR_FROM LR_TO  BETA1_FROM BETA1_TO  START_X START_Y  A B  BETA2 EPS  THREADS
 *
 * Computes everything twice and prints the milliseconds of the second time, then every run's final loss, a number a line.
 * Like the engine, it knows what depends on beta and t alone before the clock starts.
 */
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifndef LANES
#define LANES 8
#endif

static int width, height, steps, threads;
static float start_x, start_y, a, b, beta2, eps;
static float *lr, *beta1, *losses;
/* `first`, for each row and update: 1 / (1 - beta1^t). `root`, for each update: the root of 1 - beta2^t, which multiplies eps and the rate. */
static float *first, *root;
static atomic_int next_row;

/* With s = sqrt(1 - beta2^t), lr m / (1 - beta1^t) / (sqrt(v / s^2) + eps) is lr s / (1 - beta1^t) m / (sqrt(v) + eps s). */
static void run_block(int row, int column) {
  float x[LANES], y[LANES], mx[LANES] = {0}, my[LANES] = {0}, vx[LANES] = {0}, vy[LANES] = {0}, rate[LANES];
  const float keep = beta1[row], take = 1 - keep, keep2 = beta2, take2 = 1 - beta2;
  for (int k = 0; k < LANES; k++) x[k] = start_x, y[k] = start_y, rate[k] = lr[column + k];
  for (int t = 0; t < steps; t++) {
    const float scale = first[row * steps + t] * root[t], small = eps * root[t];
    for (int k = 0; k < LANES; k++) {
      const float gy = 2 * b * (y[k] - x[k] * x[k]);
      const float gx = 2 * (x[k] - a) - 2 * x[k] * gy;
      mx[k] = keep * mx[k] + take * gx;
      my[k] = keep * my[k] + take * gy;
      vx[k] = keep2 * vx[k] + take2 * gx * gx;
      vy[k] = keep2 * vy[k] + take2 * gy * gy;
      x[k] -= rate[k] * scale * mx[k] / (sqrtf(vx[k]) + small);
      y[k] -= rate[k] * scale * my[k] / (sqrtf(vy[k]) + small);
    }
  }
  for (int k = 0; k < LANES; k++) {
    const float side = a - x[k], off = y[k] - x[k] * x[k];
    losses[row * width + column + k] = side * side + b * off * off;
  }
}

static void *work(void *unused) {
  for (int row; (row = atomic_fetch_add(&next_row, 1)) < height;)
    for (int column = 0; column < width; column += LANES) run_block(row, column);
  return unused;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return 1e3 * time.tv_sec + 1e-6 * time.tv_nsec;
}

static double sweep(void) {
  pthread_t thread[256];
  const double begun = now();
  atomic_store(&next_row, 0);
  for (int i = 1; i < threads; i++)
    if (pthread_create(&thread[i], NULL, work, NULL) != 0) exit(1);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(thread[i], NULL);
  return now() - begun;
}

int main(int count, char **given) {
  if (count != 15) return fputs("adam: fourteen arguments, listed in adam.c\n", stderr), 2;
  double number[15];
  for (int i = 1; i < count; i++) number[i] = strtod(given[i], NULL);
  width = (int)number[1], height = (int)number[2], steps = (int)number[3], threads = (int)number[14];
  if (width % LANES != 0 || threads < 1 || threads > 256)
    return fprintf(stderr, "adam: the width must be a multiple of %d, and threads 1 to 256\n", LANES), 2;
  start_x = number[8], start_y = number[9], a = number[10], b = number[11], beta2 = number[12], eps = number[13];
  lr = malloc(width * sizeof *lr), beta1 = malloc(height * sizeof *beta1), losses = malloc(width * height * sizeof *losses);
  first = malloc(height * steps * sizeof *first), root = malloc(steps * sizeof *root);
  if (!lr || !beta1 || !losses || !first || !root) return 1;
  for (int i = 0; i < width; i++) lr[i] = number[4] * pow(number[5] / number[4], i / (width - 1.0));
  for (int t = 0; t < steps; t++) root[t] = sqrt(1 - pow(number[12], t + 1));
  for (int row = 0; row < height; row++) {
    const double beta = number[6] + (number[7] - number[6]) * (row / (height - 1.0));
    beta1[row] = beta;
    for (int t = 0; t < steps; t++) first[row * steps + t] = 1 / (1 - pow(beta, t + 1));
  }
  sweep();
  printf("%.6f\n", sweep());
  for (int i = 0; i < width * height; i++) printf("%.9g\n", losses[i]);
  return 0;
}
