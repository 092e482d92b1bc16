/**
 * Further functions for shaders, after `glslPrelude` and made of it: GLSL's own inverse and hyperbolic functions may lose
 * most of their digits. Without branches, as there. The polynomials are those of Cephes' asinf, atanf and sinhf; the one of
 * the error function was fitted by N. Juffa (2015) to within one unit in the last place.
 */
export const glslFunctions = `
float os_asin_small(float a) {
  float z = a * a;
  return a + a * z * ((((4.2163199048e-2 * z + 2.4181311049e-2) * z + 4.5470025998e-2) * z + 7.4953002686e-2) * z + 1.6666752422e-1);
}
float os_asin(float x) {
  float a = abs(x);
  float size = mix(os_asin_small(a), 1.5707964 - 2.0 * os_asin_small(os_sqrt(0.5 * (1.0 - a))), a > 0.5);
  return mix(mix(size, -size, x < 0.0), x, os_isnan(x));
}
float os_acos(float x) {
  float far = 2.0 * os_asin_small(os_sqrt(0.5 * (1.0 - abs(x))));
  float near = 1.5707964 - os_asin_small(mix(x, 0.0, abs(x) > 0.5));
  return mix(mix(near, mix(far, 3.1415927 - far, x < 0.0), abs(x) > 0.5), x, os_isnan(x));
}
float os_atan(float x) {
  float a = abs(x);
  float turned = mix(mix(a, (a - 1.0) / (a + 1.0), a > 0.41421357), -1.0 / a, a > 2.4142136);
  float z = turned * turned;
  float part = turned + turned * z * (((8.05374449538e-2 * z - 1.38776856032e-1) * z + 1.99777106478e-1) * z - 3.33329491539e-1);
  float size = mix(mix(0.0, 0.78539816, a > 0.41421357), 1.5707964, a > 2.4142136) + part;
  return mix(size, -size, x < 0.0);
}
float os_sinh(float x) {
  float a = abs(x);
  float z = x * x;
  float near = x + x * z * ((2.03721912945e-4 * z + 8.33028376239e-3) * z + 1.66667160211e-1);
  float half_exp = os_exp(a - 0.69314718);
  float size = half_exp - 0.25 / half_exp;
  return mix(near, mix(size, -size, x < 0.0), a > 1.0);
}
float os_cosh(float x) {
  float half_exp = os_exp(abs(x) - 0.69314718);
  return half_exp + 0.25 / half_exp;
}
float os_asinh(float x) {
  float a = abs(x);
  float size = mix(os_log1p(a + a * a / (1.0 + sqrt(a * a + 1.0))), os_log(a) + 0.69314718, a > 1e4);
  return mix(size, -size, x < 0.0);
}
float os_acosh(float x) {
  float t = x - 1.0;
  float size = mix(os_log1p(t + os_sqrt(t * (t + 2.0))), os_log(x) + 0.69314718, x > 1e4);
  return mix(os_nan(), size, x >= 1.0);
}
float os_atanh(float x) {
  float a = abs(x);
  float size = 0.5 * os_log1p(2.0 * a / (1.0 - a));
  return mix(size, -size, x < 0.0);
}
float os_cbrt(float x) {
  float a = abs(x);
  float root = pow(a, 0.33333334);
  float size = root - (root * root * root - a) / (3.0 * root * root);
  return mix(x, mix(size, -size, x < 0.0), a > 0.0 && os_finite(x));
}
float os_mod(float a, float b) {
  bool alike = a == 0.0 || (a < 0.0) == (b < 0.0);
  bool endless = os_finite(a) && !os_finite(b) && !os_isnan(b);
  return mix(a - b * floor(a / b), mix(b, a, alike), endless);
}
float os_erf(float x) {
  float a = os_min(abs(x), 4.0);
  float z = a * a;
  float near = a + a * (((((-5.96761703e-4 * z + 4.99119423e-3) * z - 2.67681349e-2) * z + 1.12819925e-1) * z - 3.76125336e-1) * z + 1.28379166e-1);
  float low = -1.72853470e-5 * a + 3.83197126e-4;
  float high = -3.88396438e-3 * a + 2.42546219e-2;
  float power = (((low * z + high) * a - 1.06777877e-1) * a - 6.34846687e-1) * a - 1.28717512e-1;
  float size = mix(near, 1.0 - os_exp(power * a - a), a > 0.92773438);
  return mix(size, -size, x < 0.0);
}
`;
