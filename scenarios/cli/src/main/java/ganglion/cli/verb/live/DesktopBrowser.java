package ganglion.cli.verb.live;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The browser that the desktop opens addresses with. */
final class DesktopBrowser {

    private DesktopBrowser() {}

    /** Opens an address. Where there is no desktop nothing happens: the address is printed, too. */
    static void open(String address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // No desktop.
        }
    }
}
