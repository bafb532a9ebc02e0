package ganglion.live.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 128 random bits that is in the address of the page. Whoever has it may watch and touch the session. */
final class AccessToken {

    private static final int BYTES = 16;

    private final String text;

    AccessToken() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        text = HexFormat.of().formatHex(random);
    }

    /** As 32 hexadecimal digits. */
    String text() {
        return text;
    }

    /** Whether it is the same. Takes as long whatever the first difference. */
    boolean equalsText(String other) {
        return other != null
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }
}
