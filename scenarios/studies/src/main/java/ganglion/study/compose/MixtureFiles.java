package ganglion.study.compose;

import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.study.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Writes the sound and the labels of mixtures, under hidden names first. */
final class MixtureFiles {

    /** Largest magnitude of a sample. */
    static final double CEILING = 0.99;

    private final Path folder;
    private final int rateHertz;

    /** The noise that is added to the music. */
    record Overlay(String name, Optional<NoiseBed> bed, double signalToNoiseDecibels) {

        double at(long sample) {
            return bed.isEmpty() ? 0 : bed.get().at(sample);
        }
    }

    MixtureFiles(Path folder, int rateHertz) {
        this.folder = folder;
        this.rateHertz = rateHertz;
    }

    Path folder() {
        return folder;
    }

    /** Makes the folders; deletes the list of earlier mixtures. */
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("audio"));
        Files.createDirectories(folder.resolve("labels"));
        Files.deleteIfExists(folder.resolve(MixtureList.NAME));
    }

    Mixture write(String name, Score score, NoteMixer mixer, Overlay overlay) throws ComposeException, IOException {
        Path sound = folder.resolve("audio").resolve(name + ".wav");
        Path table = folder.resolve("labels").resolve(name + ".csv");
        try (Draft draft = new Draft(hidden(sound, ".draft"))) {
            Heard heard = play(mixer, draft, hidden(table, ".part"));
            if (mixer.played() == 0) {
                throw new ComposeException(
                        score.name(),
                        "none of its " + mixer.leftOut() + " notes, for " + score.families()
                                + ", can be played on the instruments of the library");
            }
            overlay.bed()
                    .ifPresent(bed -> bed.setLevel(draft.energy(), draft.length(), overlay.signalToNoiseDecibels()));
            double peak = peak(draft, overlay);
            double scale = Math.min(1, CEILING / peak);
            write(sound, draft, overlay, scale);
            moveIntoPlace(table);
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
        } finally {
            Files.deleteIfExists(hidden(sound, ".part"));
            Files.deleteIfExists(hidden(table, ".part"));
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

    private static double peak(Draft draft, Overlay overlay) throws IOException {
        double[] peak = new double[1];
        draft.read((index, sample) -> peak[0] = Math.max(peak[0], Math.abs(sample + overlay.at(index))));
        return peak[0];
    }

    private void write(Path sound, Draft draft, Overlay overlay, double scale) throws IOException {
        try (WaveWriter wave = new WaveWriter(hidden(sound, ".part"), rateHertz, 1, draft.length())) {
            draft.read((index, sample) -> wave.write(scale * (sample + overlay.at(index))));
        }
        moveIntoPlace(sound);
    }

    private static Path hidden(Path file, String ending) {
        return file.resolveSibling("." + file.getFileName() + ending);
    }

    private static void moveIntoPlace(Path file) throws IOException {
        Files.move(hidden(file, ".part"), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
