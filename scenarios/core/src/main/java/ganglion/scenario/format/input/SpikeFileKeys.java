package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.file;
import static ganglion.documents.key.Types.integer;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.table.TableException;
import ganglion.scenario.data.PartOfFile;
import ganglion.scenario.data.SampleFile;
import ganglion.scenario.model.Input;
import java.util.List;

/** The keys of inputs whose spikes are in a file: a list for the whole run, or samples of a data set one after the other. */
final class SpikeFileKeys {

    private static final int MOST_SAMPLES = 10_000_000;

    static final Key<DocumentPath> SPIKES = Key.of("spikes", file())
            .titled("the name of a CSV, NPY, NPZ or HDF5 file")
            .says("CSV file with the header time,neuron (seconds, or quantities such as 12 ms; rounded to the"
                    + " nearest tick) or tick,neuron; or an NPY, NPZ or HDF5 file, with the part that is meant"
                    + " after #: a population (SONATA), a node (NIRData) or the number of a sample (SHD, SSC)."
                    + " Neurons count from 0.")
            .example("input-spikes.csv")
            .example("run/spikes.h5#out")
            .example("shd_test.h5#3");

    private static final Key<Integer> FIRST = Key.of("first", integer().from(0).to(MOST_SAMPLES))
            .titled("a number from 0")
            .says("Number of the first sample.")
            .byDefault(0)
            .example(100);
    private static final Key<Integer> COUNT = Key.of("count", integer().from(1).to(MOST_SAMPLES))
            .titled("a number from 1")
            .says("Most samples that are played. Left out, all.")
            .impliedDefault(Integer.MAX_VALUE)
            .example(50);

    /** Which samples of a file; at most {@code count} from {@code first} on. */
    record Choice(int first, int count) {}

    static final Key<Choice> SAMPLES = Key.of(
                    "samples", Shape.ofRecord("some samples of a data set", Choice.class, FIRST, COUNT))
            .says("The spikes are a data set in the layout of SHD and SSC (HDF5), of which these samples are played"
                    + " one after the other, with a decision each. A sample's label is the number of a neuron of"
                    + " the read-out population.")
            .exampleText("{}")
            .exampleText("{first: 0, count: 50}");

    private SpikeFileKeys() {}

    static Input read(Place input) {
        if (SAMPLES.isIn(input)) {
            return samples(input);
        }
        for (Key<?> key : List.of(InputKeys.GAP, InputKeys.CLIP_DURATION)) {
            if (key.isIn(input)) {
                key.at(input).problem("found \"" + key + "\" without samples, expected both");
            }
        }
        Place spikes = SPIKES.at(input);
        PartOfFile named = PartOfFile.of(spikes.text());
        return new Input.SpikeList(
                input.pointer(),
                InputKeys.NAME.in(input),
                InputKeys.SIZE.in(input),
                spikes.file(named.file()),
                named.part());
    }

    /** Samples of a file, of which only the labels are read now. */
    private static Input samples(Place input) {
        Place samples = SAMPLES.at(input);
        DocumentPath file = SPIKES.in(input);
        Choice choice = SAMPLES.in(input);
        if (!samples.reading().hasProblems()) {
            choice = inFile(file, choice, input);
        }
        return new Input.Samples(
                input.pointer(),
                InputKeys.NAME.in(input),
                InputKeys.SIZE.in(input),
                file,
                choice.first(),
                choice.count(),
                InputKeys.GAP.in(input),
                longestTicks(input));
    }

    private static Choice inFile(DocumentPath file, Choice choice, Place input) {
        try (SampleFile opened = SampleFile.open(file.resolved())) {
            int first = Math.min(choice.first(), opened.size());
            int count = Math.min(choice.count(), opened.size() - first);
            if (count == 0) {
                SAMPLES.at(input).problem("found " + opened.size() + " samples, expected more than " + first);
            }
            return new Choice(first, count);
        } catch (TableException e) {
            SPIKES.at(input).problem(file + ": " + e.getMessage());
            return choice;
        }
    }

    private static long longestTicks(Place input) {
        return InputKeys.CLIP_DURATION.isIn(input)
                ? Math.max(1, InputKeys.CLIP_DURATION.at(input).ticks())
                : Long.MAX_VALUE;
    }
}
