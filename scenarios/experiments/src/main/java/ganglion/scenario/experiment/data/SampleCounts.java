package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.LabelledExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many samples an experiment has, found without hearing one.
 *
 * @param learned samples of the training set, those with and without breath included, and of the validation set
 * @param test samples of the test set
 * @param soundBytes what the sounds of the training set take when they are decoded, from the sizes of their files: exact for 16-bit WAV, else
 *     roughly, and rather more
 */
public record SampleCounts(int learned, int test, long soundBytes) {

    /** Bytes of a decoded sound, which is 64-bit numbers, for each byte of a file. */
    private static final int OF_PLAIN = 4;

    private static final int OF_FLAC = 10;
    private static final int OF_LOSSY = 48;

    /**
     * Counts.
     *
     * @throws InputException if a data set cannot be listed
     */
    public static SampleCounts of(LabelledExperiment experiment) throws InputException {
        List<Example> training =
                new ArrayList<>(listed(experiment, Optional.of(experiment.data().training())));
        if (experiment.data().breath().isPresent()) {
            List<Example> notes = listed(
                    experiment, Optional.of(experiment.data().breath().get().notes()));
            training.addAll(notes);
            training.addAll(notes);
        }
        int validation = experiment.data().holdOut().isPresent()
                ? 0
                : listed(experiment, experiment.data().validation()).size();
        long bytes = experiment.features().fromSound()
                ? training.stream().mapToLong(SampleCounts::decoded).sum()
                : 0;
        return new SampleCounts(
                training.size() + validation,
                listed(experiment, experiment.data().test()).size(),
                bytes);
    }

    private static List<Example> listed(LabelledExperiment experiment, Optional<DataSource> source)
            throws InputException {
        return source.isEmpty() ? List.of() : Catalogue.listed(source.get(), experiment.features(), experiment.head());
    }

    private static long decoded(Example example) {
        String name = example.file().toString().toLowerCase(Locale.ROOT);
        int factor = name.matches(".*\\.(wav|aiff?)") ? OF_PLAIN : name.endsWith(".flac") ? OF_FLAC : OF_LOSSY;
        try {
            return factor * Files.size(example.file());
        } catch (IOException e) {
            return 0; // reading it will tell
        }
    }
}
