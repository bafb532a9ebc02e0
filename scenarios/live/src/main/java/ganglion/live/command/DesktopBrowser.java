package ganglion.live.command;

import java.io.IOException;
import java.nio.file.Files;
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

    /** A file that leads a browser to an address with a secret. Only its owner can read it; it is deleted when the program ends. */
    static final class RedirectFile {

        private RedirectFile() {}

        /**
         * Writes one into the folder for temporary files.
         *
         * @param address of letters, digits and {@code :/?=.[]-%}
         */
        static Path write(String address) throws IOException {
            // Java makes it with the rights rw-------, or in the user's own folder where there are no such rights.
            Path file = Files.createTempFile("ganglion-live-", ".html");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    <!doctype html>
                    <meta charset="utf-8">
                    <meta name="referrer" content="no-referrer">
                    <meta http-equiv="refresh" content="0;url=%1$s">
                    <title>Ganglion live</title>
                    <a href="%1$s">The page of the live session</a>
                    """.formatted(address));
        }
    }
}
