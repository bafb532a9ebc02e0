package ganglion.documents.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a result from replacing a file of another kind, which the user may have named by mistake. */
public final class OwnFile {

    private static final int HEAD_BYTES = 512;

    private OwnFile() {}

    /**
     * Checks that a result may be written to a place: that nothing is there, or an empty file, or an earlier result.
     *
     * @param sign what stands in the first 512 bytes of such a result and of hardly any other file
     * @param kind what such a result is, with its article
     * @throws IOException with a message that says what is in the way
     */
    public static void check(Path file, String sign, String kind) throws IOException {
        if (!Files.isRegularFile(file)) {
            return; // a directory or a link is refused when the result is written
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length > 0 && !new String(head, StandardCharsets.ISO_8859_1).contains(sign)) {
                throw refusal(kind);
            }
        }
    }

    /**
     * Says that what is at a place is not ours.
     *
     * @param kind what was expected, with its article
     */
    public static IOException refusal(String kind) {
        return new IOException("is not " + kind + " and stays as it is; expected another name");
    }
}
