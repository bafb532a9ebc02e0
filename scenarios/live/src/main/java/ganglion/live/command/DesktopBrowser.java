package ganglion.live.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The browser that the desktop opens files with. */
final class DesktopBrowser {

    private DesktopBrowser() {}

    /**
     * Opens an address, which no command line holds: other users of the machine can read those. Where there is no desktop nothing happens: the
     * address is printed, too.
     */
    static void open(String address) {
        try {
            start(RedirectFile.write(address));
        } catch (IOException e) {
            // No desktop, or no place for a file.
        }
    }

    private static void start(Path page) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String file = page.toUri().toString();
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", file)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", file);
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
