package ganglion.study.compose;

import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.table.CsvCell;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the sound and the labels of mixtures. */
final class MixtureFiles {

    /** Largest magnitude of a sample. */
    static final double CEILING = 0.99;

    private static final List<String> PARTS = List.of("audio", "labels");

    private final Path folder;
    private final int rateHertz;

    /** @param folder where the mixtures are made, before they are moved to their data set */
    MixtureFiles(Path folder, int rateHertz) {
        this.folder = folder;
        this.rateHertz = rateHertz;
    }

    /** Makes the folders. */
    void begin() throws IOException {
        for (String part : PARTS) {
            Files.createDirectories(folder.resolve(part));
        }
    }

    /** Moves everything to the folder of the data set; the list comes last, and that of earlier mixtures goes first. */
    void moveTo(Path dataSet) throws IOException {
        Files.deleteIfExists(dataSet.resolve(MixtureList.NAME));
        for (String part : PARTS) {
            Path target = dataSet.resolve(part);
            if (!Files.isDirectory(target)) {
                Files.createDirectory(target);
            }
            for (Path file : files(folder.resolve(part))) {
                move(file, target);
            }
        }
        move(folder.resolve(MixtureList.NAME), dataSet);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void move(Path file, Path folder) throws IOException {
        Files.move(
                file,
                folder.resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    Mixture write(String name, NoteMixer mixer) throws ComposeException, IOException {
        Path sound = folder.resolve("audio").resolve(name + ".wav");
        Path table = folder.resolve("labels").resolve(name + ".csv");
        try (Draft draft = new Draft(folder.resolve("draft"))) {
            Heard heard = play(mixer, draft, table);
            double scale = Math.min(1, CEILING / draft.peak());
            try (WaveWriter wave = new WaveWriter(sound, rateHertz, 1, draft.length())) {
                draft.read(sample -> wave.write(scale * sample));
            }
            return new Mixture(
                    name,
                    draft.length() / (double) rateHertz,
                    heard.families,
                    heard.instruments,
                    mixer.played(),
                    mixer.leftOut(),
                    scale,
                    draft.peak() * scale);
        }
    }

    private record Heard(List<String> families, List<String> instruments) {}

    private static Heard play(NoteMixer mixer, Draft draft, Path table) throws ComposeException, IOException {
        try (LabelTable labels = new LabelTable(table)) {
            mixer.play(new NoteMixer.Output() {
                @Override
                public void samples(double[] block, int length) throws IOException {
                    draft.add(block, length);
                }

                @Override
                public void label(NoteMixer.Label label) throws IOException {
                    labels.add(label);
                }
            });
            return new Heard(List.copyOf(labels.families()), List.copyOf(labels.instruments()));
        }
    }

    /** The music of a mixture before its level is known: float samples in a file that is deleted on close. */
    static final class Draft implements AutoCloseable {

        private final Path file;
        private final DataOutputStream out;
        private double peak;
        private long length;

        /** Receives samples. */
        interface Samples {

            void take(double sample) throws IOException;
        }

        Draft(Path file) throws IOException {
            this.file = file;
            this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        void add(double[] block, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                float sample = (float) block[i];
                peak = Math.max(peak, Math.abs(sample));
                out.writeFloat(sample);
            }
            length += count;
        }

        /** The largest magnitude of a sample. */
        double peak() {
            return peak;
        }

        long length() {
            return length;
        }

        /** Reads all samples; no more may be added. */
        void read(Samples samples) throws IOException {
            out.close();
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (long i = 0; i < length; i++) {
                    samples.take(in.readFloat());
                }
            }
        }

        @Override
        public void close() throws IOException {
            try (out) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Writes the notes of a mixture as a CSV file, and collects families and instruments. */
    private static final class LabelTable implements AutoCloseable {

        private final BufferedWriter out;
        private final TreeSet<String> families = new TreeSet<>();
        private final LinkedHashSet<String> instruments = new LinkedHashSet<>();

        LabelTable(Path file) throws IOException {
            out = Files.newBufferedWriter(file);
            out.write("start_seconds,end_seconds,family,instrument,pitch,velocity,recording,semitones\n");
        }

        void add(NoteMixer.Label label) throws IOException {
            Instrument instrument = label.instrument();
            families.add(instrument.family());
            instruments.add(instrument.name());
            out.write(String.format(
                    Locale.ROOT,
                    "%.6f,%.6f,%s,%s,%d,%d,%s,%d\n",
                    label.startSeconds(),
                    label.endSeconds(),
                    instrument.family(),
                    instrument.name(),
                    label.pitch(),
                    label.velocity(),
                    CsvCell.of(label.recording().file().getFileName().toString()),
                    label.pitch() - label.recording().pitch()));
        }

        Set<String> families() {
            return families;
        }

        Set<String> instruments() {
            return instruments;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
