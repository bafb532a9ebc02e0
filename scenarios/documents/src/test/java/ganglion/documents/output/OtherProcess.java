package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process of the same program that writes something, and does not come to the end of it. */
final class OtherProcess implements AutoCloseable {

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a process, and waits until it has begun to write.
     *
     * @param kind what it does: a constant of {@link Work}
     */
    static OtherProcess writing(Work kind, Path place) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherProcess.class.getName(),
                        kind.name(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("begun", said.readLine());
        return new OtherProcess(process);
    }

    /** Kills it, and waits for its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What a process does. */
    enum Work {
        /** Writes a file. */
        FILE,
        /** Writes a directory in place of another, and has moved the other one away. */
        SWAP,
        /** Has claimed a place beside which it records. */
        CLAIM_BESIDE,
        /** Has claimed a folder. */
        CLAIM_WITHIN
    }

    /** The main method of the process. */
    public static void main(String[] words) throws Exception {
        Path place = Path.of(words[1]);
        switch (Work.valueOf(words[0])) {
            case FILE ->
                FilePublisher.publish(place, out -> {
                    out.write('x');
                    out.flush();
                    stay();
                });
            case SWAP -> {
                try (HiddenPlace hidden = HiddenPlace.beside(place)) {
                    Files.createDirectory(hidden.path());
                    Files.move(place, hidden.old());
                    stay();
                }
            }
            case CLAIM_BESIDE -> {
                PlaceClaim claim = PlaceClaim.beside(place);
                try (claim) {
                    Path recording = place.resolveSibling("." + place.getFileName() + Leftovers.RECORDING);
                    Files.createDirectory(recording);
                    Files.writeString(recording.resolve("counts.rows"), "1");
                    stay();
                }
            }
            case CLAIM_WITHIN -> {
                PlaceClaim claim = PlaceClaim.within(place);
                try (claim) {
                    stay();
                }
            }
        }
    }

    /** Until it is killed, or its parent ends. */
    private static void stay() throws IOException {
        System.out.println("begun");
        System.in.read();
    }
}
