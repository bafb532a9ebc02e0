package ganglion.live.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that leads a browser to an address with a secret. Only its owner can read it; it is deleted when the program ends. */
final class RedirectFile {

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
