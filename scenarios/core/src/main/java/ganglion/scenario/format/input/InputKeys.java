package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.ticks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaDocuments;
import ganglion.cochlea.CochleaKeys;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.EncoderSeed;
import ganglion.cochlea.encode.Encoders;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.format.number.NeuronScope;
import ganglion.scenario.format.number.NeuronTimes;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of an input: sound, spikes from a file, or generated spikes. */
public final class InputKeys {

    /** The name of an input. */
    public static final Key<String> NAME = Key.of("name", Types.name())
            .titled("a name")
            .says("Name of the input, which projections start from. Unique among inputs and populations.")
            .required()
            .example("ear");

    static final Key<Integer> SIZE = Key.of("size", integer().from(1).to(10_000_000))
            .titled("a number of neurons from 1 to 10000000")
            .says("Number of neurons of an input that is not sound.")
            .example(12);

    static final Key<Long> GAP = Key.of("gap", ticks())
            .says("Silence between two clips or samples.")
            .byDefault(0L, "0 s")
            .example("200 ms");

    static final Key<Double> CLIP_DURATION = Key.of("clip-duration", seconds())
            .says(
                    "Clips and samples are cut after this time. Left out, they last to their end, a sample until its last spike.")
            .example("1 s");

    /** An input. */
    public static final Shape<Input> INPUT = Shape.of(
                    "an input with a name and one of audio, clips, folder, table, spikes, poisson and regular",
                    InputKeys::read,
                    NAME,
                    ClipKeys.AUDIO,
                    ClipKeys.LABEL,
                    ClipKeys.CLIPS,
                    FolderKeys.FOLDER,
                    ClipKeys.TABLE,
                    GAP,
                    CLIP_DURATION,
                    CochleaKeys.FRONT_END,
                    Encoders.KEY,
                    SpikeFileKeys.SPIKES,
                    SpikeFileKeys.SAMPLES,
                    SourceKeys.POISSON,
                    SourceKeys.REGULAR,
                    SIZE)
            .named("input")
            .exactlyOne(
                    ClipKeys.AUDIO,
                    ClipKeys.CLIPS,
                    FolderKeys.FOLDER,
                    ClipKeys.TABLE,
                    SpikeFileKeys.SPIKES,
                    SourceKeys.POISSON,
                    SourceKeys.REGULAR)
            .needs(SpikeFileKeys.SPIKES, SIZE)
            .needs(SourceKeys.POISSON, SIZE)
            .needs(SourceKeys.REGULAR, SIZE)
            .needs(SpikeFileKeys.SAMPLES, SpikeFileKeys.SPIKES)
            .needs(ClipKeys.LABEL, ClipKeys.AUDIO)
            .excludes(SpikeFileKeys.SPIKES, CochleaKeys.FRONT_END, Encoders.KEY, ClipKeys.LABEL)
            .excludes(SourceKeys.POISSON, ofSound())
            .excludes(SourceKeys.REGULAR, ofSound())
            .excludes(ClipKeys.AUDIO, SIZE)
            .excludes(ClipKeys.CLIPS, SIZE)
            .excludes(FolderKeys.FOLDER, SIZE)
            .excludes(ClipKeys.TABLE, SIZE);

    private InputKeys() {}

    private static Key<?>[] ofSound() {
        return new Key<?>[] {CochleaKeys.FRONT_END, Encoders.KEY, GAP, CLIP_DURATION, ClipKeys.LABEL};
    }

    /** Writes an input whose spikes are in a file. */
    public static void writeSpikes(String name, String file, int size, ObjectNode into) {
        NAME.write(into, name);
        SpikeFileKeys.SPIKES.write(into, Place.standIn(file));
        SIZE.write(into, size);
    }

    /** Number of neurons of an input, whether or not the rest of it makes sense. */
    public static int size(Place input) {
        return isSound(input) ? neurons(input) : SIZE.find(input).orElse(0);
    }

    private static boolean isSound(Place input) {
        return !SpikeFileKeys.SPIKES.isIn(input) && !SourceKeys.POISSON.isIn(input) && !SourceKeys.REGULAR.isIn(input);
    }

    private static int neurons(Place input) {
        setSeed(input);
        return CochleaDocuments.neurons(input);
    }

    private static void setSeed(Place input) {
        RandomStreams random = input.reading().context(RandomStreams.class);
        input.reading().setContext(EncoderSeed.class, random.encoder(NAME.in(input)));
    }

    private static Input read(Place input) {
        if (SpikeFileKeys.SPIKES.isIn(input)) {
            return SpikeFileKeys.read(input);
        }
        return isSound(input) ? readSound(input) : SourceKeys.read(input);
    }

    private static Input readSound(Place input) {
        if (ClipKeys.AUDIO.isIn(input) && GAP.isIn(input)) {
            input.problem("found \"gap\" without clips or folder, expected both");
        }
        setSeed(input);
        CochleaParameters cochlea = CochleaDocuments.read(input);
        return new Input.Audio(
                input.pointer(),
                NAME.in(input),
                FolderKeys.FOLDER.find(input).orElseGet(() -> ClipKeys.read(input)),
                GAP.in(input),
                clipSeconds(input),
                cochlea);
    }

    private static OptionalDouble clipSeconds(Place input) {
        Optional<Double> seconds = CLIP_DURATION.find(input);
        if (seconds.isPresent() && seconds.get() == 0) {
            Place place = CLIP_DURATION.at(input);
            place.problem("found \"" + place.text() + "\", expected more than 0 s");
        }
        return seconds.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** The keys of inputs whose spikes are generated: Poisson trains and regular ones. */
    private static final class SourceKeys {

        private static final Type<NeuronValues> RATES = oneOf(
                "a frequency such as 10 Hz, or a list of one for each neuron",
                readAs(hertz(), place -> NeuronValues.of(eventsPerTick(place))),
                readAs(
                        listOf("a list of frequencies", hertz()).size(1, 0),
                        place -> NeuronValues.each(place.elements().stream()
                                .mapToDouble(SourceKeys::eventsPerTick)
                                .toArray())));

        private static final Key<NeuronValues> RATE = Key.of("rate", RATES)
                .says("Rate of each neuron for the whole run.")
                .example("10 Hz");
        private static final Key<Long> FROM =
                Key.of("from", ticks()).says("Start of the rate.").required().example("1 s");
        private static final Key<NeuronValues> RATE_FROM_THEN =
                RATE.says("Rate of each neuron from then on.").required();
        private static final Key<List<PoissonSource.Rate>> PROFILE = Key.of(
                        "profile",
                        listOf("a list of rates", Shape.ofRecord("", PoissonSource.Rate.class, FROM, RATE_FROM_THEN))
                                .size(1, 100_000))
                .says("Rates in order of time; silent before the first.")
                .exampleText("[{from: 0 s, rate: 10 Hz}]");

        static final Key<List<PoissonSource.Rate>> POISSON = Key.of(
                        "poisson",
                        Shape.of("a rate or a profile", SourceKeys::rates, RATE, PROFILE)
                                .exactlyOne(RATE, PROFILE))
                .says("Poisson spike trains, independent for each neuron. A neuron fires at most once in a tick.")
                .exampleText("{rate: 10 Hz}")
                .exampleText("{profile: [{from: 0 s, rate: 10 Hz}, {from: 1 s, rate: 50 Hz}]}");

        private static final Key<NeuronValues> PERIOD = Key.of("period", new NeuronTimes())
                .says("Time from one spike to the next, at least a tick.")
                .required()
                .example("10 ms");
        private static final Key<NeuronValues> PHASE = Key.of("phase", new NeuronTimes())
                .says("Time of the first spike.")
                .byDefault(NeuronValues.of(0), "0 s")
                .example("5 ms");

        static final Key<NeuronModel> REGULAR = Key.of(
                        "regular",
                        Shape.<NeuronModel>of(
                                "a period and a phase",
                                place -> new RegularSource(PERIOD.in(place), PHASE.in(place)),
                                PERIOD,
                                PHASE))
                .says("Spikes at regular intervals.")
                .exampleText("{period: 10 ms}");

        private SourceKeys() {}

        static Input read(Place input) {
            Place place = POISSON.isIn(input) ? POISSON.at(input) : REGULAR.at(input);
            int size = InputKeys.SIZE.in(input);
            CounterRandom random = input.reading().context(RandomStreams.class).input(input.position());
            new NeuronScope(size, 0, place.pointer()).enter(input);
            NeuronModel model;
            try {
                model = POISSON.isIn(input) ? new PoissonSource(POISSON.in(input), random) : REGULAR.in(input);
                model.checkSize(size);
            } catch (IllegalArgumentException e) {
                PlacedException.note(e, place);
                model = new PoissonSource(List.of(), random);
            }
            return new Input.Generated(input.pointer(), InputKeys.NAME.in(input), size, model);
        }

        private static List<PoissonSource.Rate> rates(Place place) {
            return PROFILE.find(place).orElseGet(() -> List.of(new PoissonSource.Rate(0, RATE.in(place))));
        }

        private static double eventsPerTick(Place rate) {
            return hertz().read(rate) * rate.reading().times().clock().tickSeconds();
        }
    }
}
