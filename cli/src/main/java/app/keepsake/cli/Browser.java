package app.keepsake.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens a page in the user's browser, where there is one. */
final class Browser {
    private Browser() {}

    /** @return whether a browser took the page */
    static boolean open(Path page) {
        return open(page.toUri().toString());
    }

    /** @return whether a browser took the address */
    static boolean open(String uri) {
        return launchers().stream().anyMatch(launcher -> starts(launcher, uri));
    }

    private static List<String> launchers() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return List.of("open");
        }
        boolean desktop = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return desktop ? List.of("xdg-open", "sensible-browser", "firefox", "chromium") : List.of();
    }

    private static boolean starts(String launcher, String uri) {
        try {
            new ProcessBuilder(launcher, uri)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
