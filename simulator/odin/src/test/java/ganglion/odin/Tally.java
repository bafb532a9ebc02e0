package ganglion.odin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Counts what answers of a chip hold. */
final class Tally {

    private long outputs;

    private long lost;

    private long overloaded;

    private long cycles;

    void add(String answer) {
        outputs += count(answer, "o ");
        lost += count(answer, "x ");
        overloaded += count(answer, "x ") > 0 ? 1 : 0;
        cycles += end(answer);
    }

    /** A line of a file of vectors: output events, lost spikes, the last cycle, and the hash of the whole answer. */
    static String vector(String answer) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(answer.getBytes(StandardCharsets.US_ASCII));
            return count(answer, "o ") + " " + count(answer, "x ") + " " + end(answer) + " "
                    + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String answer, String start) {
        return answer.lines().filter(line -> line.startsWith(start)).count();
    }

    private static long end(String answer) {
        return Long.parseLong(answer.lines()
                .filter(line -> line.startsWith("end "))
                .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                .findFirst()
                .orElseThrow());
    }

    @Override
    public String toString() {
        return outputs + " output events, " + lost + " lost spikes in " + overloaded + " cases, " + cycles + " cycles";
    }
}
