#!/usr/bin/python3
"""A window of WebKitGTK that its WebDriver drives.

Debian's MiniBrowser would do, but takes none of its settings to windows under automation. Two are needed: messages of
the page and its worker go to the standard output, and a worker may have WebGL, as in Safari.
"""

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
features = WebKit2.Settings.get_all_features()
for index in range(features.get_length()):
    feature = features.get(index)
    if feature.get_identifier() == "AllowWebGLInWorkers":
        settings.set_feature_enabled(feature, True)


def create_view(_session):
    view = WebKit2.WebView(settings=settings, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_default_size(1440, 900)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _view: window.destroy())
    window.connect("destroy", Gtk.main_quit)
    view.grab_focus()
    return view


def start(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("webkit.py")
    session.set_application_info(info)
    session.connect("create-web-view", create_view)


context = WebKit2.WebContext.get_default()
context.set_automation_allowed(True)
context.connect("automation-started", start)
Gtk.main()
