package ganglion.scenario.format;

import ganglion.cochlea.gain.DecibelDrive;
import ganglion.cochlea.gain.FixedGain;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.LogCompression;
import ganglion.cochlea.gain.NormalisedPower;
import ganglion.cochlea.gain.PerChannelEnergy;
import ganglion.cochlea.gain.RunningMaximum;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import java.util.Map;
import java.util.function.Function;

/** Reads a gain control; what is left out of it is as in the {@code DEFAULT} constant of its kind. */
final class GainReader {

    private static final Map<String, Function<Place, GainControl>> KINDS = Map.of(
            "normalised", GainReader::normalised,
            "running-maximum", GainReader::runningMaximum,
            "decibels", GainReader::decibels,
            "logarithmic", GainReader::logarithmic,
            "per-channel-energy", GainReader::perChannelEnergy,
            "fixed", place -> new FixedGain(place.number("factor", 1)));

    private GainReader() {}

    /** The gain control of a place that holds exactly one kind, as the schema makes certain. */
    static GainControl read(Place gain) {
        String kind = gain.node().fieldNames().next();
        return KINDS.get(kind).apply(gain.at(kind));
    }

    private static GainControl normalised(Place place) {
        return new NormalisedPower(place.number("minimum-range", NormalisedPower.DEFAULT.minimumRange()));
    }

    private static GainControl runningMaximum(Place place) {
        RunningMaximum otherwise = RunningMaximum.DEFAULT;
        return new RunningMaximum(
                place.number("minimum-range", otherwise.minimumRange()),
                place.number("decay-db-per-second", otherwise.decayDecibelsPerSecond()));
    }

    private static GainControl decibels(Place place) {
        DecibelDrive otherwise = DecibelDrive.DEFAULT;
        return new DecibelDrive(
                place.number("range-db", otherwise.rangeDecibels()),
                place.number("full-scale-power", otherwise.fullScalePower()));
    }

    private static GainControl logarithmic(Place place) {
        return new LogCompression(place.number("steepness", LogCompression.DEFAULT.steepness()));
    }

    private static GainControl perChannelEnergy(Place place) {
        PerChannelEnergy otherwise = PerChannelEnergy.DEFAULT;
        return new PerChannelEnergy(
                place.number("gain", otherwise.gain()),
                place.number("bias", otherwise.bias()),
                place.number("exponent", otherwise.exponent()),
                place.quantity("time-constant", Dimension.TIME, otherwise.timeConstantSeconds()),
                place.number("smallest", otherwise.smallest()),
                place.number("scale", otherwise.scale()));
    }
}
