package ganglion.scenario.format;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.encode.FirstSpikeEncoder;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.PhaseLockedEncoder;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.scenario.model.RandomStreams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the encoder of an audio input. Times become frames, which last a tick each. */
final class EncoderReader {

    private static final SpikeEncoder DEFAULT = CochleaParameters.DEFAULT.encoder();

    private static final int USUAL_COEFFICIENTS = 20;

    private static final Map<String, Function<Place, SpikeEncoder>> KINDS = Map.of(
            "lif", EncoderReader::lif,
            "level-crossing", place -> new LevelCrossingEncoder(place.number("step", 0)),
            "first-spike", EncoderReader::firstSpike,
            "phase-locked", EncoderReader::phaseLocked,
            "population", EncoderReader::population,
            "currents", EncoderReader::currents);

    private EncoderReader() {}

    /** Neurons for a number of bands, whatever else is wrong with the encoder. */
    static int neurons(Place input, int bands) {
        Place encoder = input.find("encoder").orElse(input);
        if (encoder.has("level-crossing")) {
            return new LevelCrossingEncoder(1).neurons(bands);
        }
        try {
            return encoder.find("population")
                    .<SpikeEncoder>map(EncoderReader::population)
                    .or(() -> encoder.find("currents").map(EncoderReader::currents))
                    .orElse(DEFAULT)
                    .neurons(bands);
        } catch (IllegalArgumentException e) {
            return DEFAULT.neurons(bands); // reading the encoder itself tells the problem
        }
    }

    /** The encoder of an input; notes a problem and gives the default if its numbers do not fit each other. */
    static SpikeEncoder read(Place input) {
        return input.find("encoder")
                .map(encoder -> read(encoder, input.text("name", "")))
                .orElse(DEFAULT);
    }

    private static SpikeEncoder read(Place encoder, String inputName) {
        String kind = encoder.node().fieldNames().next();
        Place place = encoder.at(kind);
        try {
            return kind.equals("poisson")
                    ? poisson(place, inputName)
                    : KINDS.get(kind).apply(place);
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return DEFAULT;
        }
    }

    private static SpikeEncoder lif(Place place) {
        LifEncoder otherwise = LifEncoder.STUDY;
        return new LifEncoder(
                place.number("beta", otherwise.beta()),
                place.number("threshold", otherwise.threshold()),
                place.flag("strict"),
                place.choice("reset", otherwise.reset()));
    }

    private static SpikeEncoder firstSpike(Place place) {
        return new FirstSpikeEncoder(frames(place, "window"), place.number("threshold", 0));
    }

    private static SpikeEncoder phaseLocked(Place place) {
        return new PhaseLockedEncoder(place.number("threshold", 0), frames(place, "refractory"));
    }

    private static PopulationEncoder population(Place place) {
        return new PopulationEncoder(place.integer("neurons-per-band", 0));
    }

    private static CurrentInjection currents(Place place) {
        List<String> features = List.of(place.text("features", "drive").split("-and-"));
        boolean contour = features.contains("contour");
        // A contour with expression has its cepstrum between them.
        boolean cepstrum = features.contains("cepstrum") || contour && features.contains("expression");
        return new CurrentInjection(
                features.contains("drive"),
                contour ? Optional.of(ContourReader.read(place)) : Optional.empty(),
                cepstrum ? place.integer("coefficients", USUAL_COEFFICIENTS) : 0,
                features.contains("expression"),
                features.contains("intonation"),
                place.integer("frames-per-tick", 1));
    }

    /** Inputs of one scenario get different chance, and each the same in every run with one seed. */
    private static SpikeEncoder poisson(Place place, String inputName) {
        double tickSeconds = place.reading().times().clock().tickSeconds();
        long seed = place.reading().context(RandomStreams.class).seedOf(RandomStreams.Chance.INPUTS)
                ^ (long) inputName.hashCode() << Integer.SIZE;
        return new PoissonEncoder(place.quantity("rate", Dimension.FREQUENCY, 1) * tickSeconds, seed);
    }

    private static int frames(Place place, String key) {
        return (int) Math.min(Integer.MAX_VALUE, place.ticks(key, 0));
    }
}
