package ganglion.study.compose;

import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.study.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the sound and the labels of mixtures. */
final class MixtureFiles {

    /** Largest magnitude of a sample. */
    static final double CEILING = 0.99;

    private static final List<String> PARTS = List.of("audio", "labels");

    private final Path folder;
    private final int rateHertz;

    /** The noise that is added to the music. */
    record Overlay(String name, Optional<NoiseBed> bed, double signalToNoiseDecibels) {

        double at(long sample) {
            return bed.isEmpty() ? 0 : bed.get().at(sample);
        }
    }

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

    Mixture write(String name, Score score, NoteMixer mixer, Overlay overlay) throws ComposeException, IOException {
        Path sound = folder.resolve("audio").resolve(name + ".wav");
        Path table = folder.resolve("labels").resolve(name + ".csv");
        try (Draft draft = new Draft(folder.resolve("draft"))) {
            Heard heard = play(mixer, draft, table);
            if (mixer.played() == 0) {
                throw new ComposeException(score.origin(), silence(score, mixer.leftOut()));
            }
            overlay.bed()
                    .ifPresent(bed -> bed.setLevel(draft.energy(), draft.length(), overlay.signalToNoiseDecibels()));
            double peak = peak(draft, overlay);
            double scale = Math.min(1, CEILING / peak);
            write(sound, draft, overlay, scale);
            return new Mixture(
                    name,
                    score.name(),
                    draft.length() / (double) rateHertz,
                    heard.families,
                    heard.instruments,
                    mixer.played(),
                    mixer.leftOut(),
                    overlay.name(),
                    overlay.bed().isPresent() ? overlay.signalToNoiseDecibels() : Double.NaN,
                    scale,
                    peak * scale);
        }
    }

    private static String silence(Score score, long leftOut) {
        if (leftOut == 0) {
            return "no note begins in its first " + score.seconds() + " s, expected one";
        }
        return "none of its " + leftOut + " notes, for " + String.join(", ", score.families())
                + ", has a recording within " + NoteMixer.LARGEST_SHIFT + " semitones, expected one";
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

    private static double peak(Draft draft, Overlay overlay) throws IOException {
        double[] peak = new double[1];
        draft.read((index, sample) -> peak[0] = Math.max(peak[0], Math.abs(sample + overlay.at(index))));
        return peak[0];
    }

    private void write(Path sound, Draft draft, Overlay overlay, double scale) throws IOException {
        try (WaveWriter wave = new WaveWriter(sound, rateHertz, 1, draft.length())) {
            draft.read((index, sample) -> wave.write(scale * (sample + overlay.at(index))));
        }
    }
}
