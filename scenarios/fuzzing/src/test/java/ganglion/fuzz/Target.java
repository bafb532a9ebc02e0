package ganglion.fuzz;

import ganglion.fuzz.Verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One kind of file and the command that reads it. Feeds damaged files to the command as a user would, and holds each outcome
 * to the contract of {@link Verdict}. What breaks it is kept below {@code findings}, under the name that makes it a file of the
 * corpus, and fails the test: at once if the corpus is tried, at the end of a campaign, which goes on.
 */
final class Target implements AfterAllCallback {

    /** One of this number of inputs keeps its wrong checksums. */
    private static final int UNMENDED = 8;

    private static final int MOST_FINDINGS = 20;

    /** What reads the file of a target in its place. */
    private interface Reading {
        Verdict verdict(Workplace place);
    }

    /** A reader of a file, which throws what {@link ganglion.cli.terminal.FaultReport} calls bad input if it is. */
    interface Reader {
        void read(Path file) throws Exception;
    }

    private final String kind;
    private final String file;
    private final Map<String, Supplier<byte[]>> others = new TreeMap<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Tally tally;
    private final Map<String, String> findings = new LinkedHashMap<>();
    private UnaryOperator<byte[]> mending = UnaryOperator.identity();
    private DocumentEdits edits;
    private Workplace workplace;

    /**
     * @param kind what is fuzzed, in one word
     * @param file the name under which commands find it
     */
    Target(String kind, String file) {
        this.kind = kind;
        this.file = file;
        this.tally = new Tally(kind);
    }

    /** A file that lies beside the damaged one; either name may lead into folders. */
    Target beside(String name, Supplier<byte[]> content) {
        others.put(name, content);
        return this;
    }

    Target beside(String name, String text) {
        return beside(name, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** A command that reads the file. A word that begins with {@code @} is a path in the folder of the files. */
    Target command(String... words) {
        readings.add(
                place -> Verdict.ofCommand(Stream.of(words).map(place::resolved).toArray(String[]::new), place));
        return this;
    }

    /** A reader that is called without a command, as that would do far more than read. */
    Target reader(Reader reader) {
        readings.add(place -> Verdict.ofReader(() -> reader.read(place.file(file)), place));
        return this;
    }

    /** Makes the checksums of a damaged file right, so that readers look further than at them. Must leave right ones alone. */
    Target mending(UnaryOperator<byte[]> mending) {
        this.mending = mending;
        return this;
    }

    /** Changes the corpus as documents, value by value, besides as bytes. */
    Target editing(Class<?> test) {
        this.edits = DocumentEdits.ofCorpus(test);
        return this;
    }

    /** Tries one input, which is a damaged file or, where documents are edited, the edits of one. */
    void feed(byte[] input) {
        byte[] content = mended(edits == null ? input : edits.apply(input));
        Outcome worst = Outcome.ACCEPTED;
        long slowest = 0;
        for (Reading reading : readings) {
            long start = System.nanoTime();
            Verdict verdict = judge(content, reading);
            slowest = Math.max(slowest, System.nanoTime() - start);
            worst = verdict.outcome().compareTo(worst) > 0 ? verdict.outcome() : worst;
            if (verdict.outcome() == Outcome.FAULT || verdict.outcome() == Outcome.HANG) {
                found(content, verdict);
            }
        }
        tally.add(worst, slowest);
    }

    /**
     * Ends a test: writes the figures of a campaign, and fails if anything was found, or if no input was taken, as a command that
     * refuses everything shows nothing.
     */
    @Override
    public void afterAll(ExtensionContext context) {
        if (Campaign.RUNS) {
            tally.write();
        }
        if (!findings.isEmpty()) {
            throw new AssertionError(String.join("\n", findings.values()));
        }
        if (!tally.anyAccepted()) {
            throw new AssertionError(kind + ": no file of the corpus is taken, expected a good one");
        }
    }

    private byte[] mended(byte[] content) {
        CRC32 hash = new CRC32();
        hash.update(content);
        return hash.getValue() % UNMENDED == 0 ? content : mending.apply(content);
    }

    private Verdict judge(byte[] content, Reading reading) {
        try {
            if (workplace == null) {
                workplace = new Workplace(kind, others);
            }
            Set<String> before = workplace.damage(file, content);
            Verdict verdict = Deadline.run(() -> reading.verdict(workplace));
            return verdict.and(workplace.leftovers(before, verdict.outcome() == Outcome.ACCEPTED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void found(byte[] content, Verdict verdict) {
        CRC32 hash = new CRC32();
        hash.update(content);
        String name = "%s-%08x".formatted(kind, hash.getValue());
        String text = name + ": " + verdict.what();
        if (!Campaign.RUNS) {
            throw new AssertionError(text);
        }
        if (findings.size() < MOST_FINDINGS && findings.putIfAbsent(verdict.signature(), text) == null) {
            keep(name, content, verdict.what());
        }
    }

    private static void keep(String name, byte[] content, String what) {
        try {
            Path folder = Files.createDirectories(Campaign.FINDINGS);
            Files.write(folder.resolve(name), content);
            Files.writeString(folder.resolve(name + ".txt"), what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
