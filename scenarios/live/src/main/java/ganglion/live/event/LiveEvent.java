package ganglion.live.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Locale;

/** What a live session tells those who watch it, in the order of its ticks. */
public sealed interface LiveEvent {

    /** The tick to which it belongs; all ticks before it have been told. */
    long tick();

    /** What it is, in one word. */
    default String word() {
        return getClass().getSimpleName().substring("Live".length()).toLowerCase(Locale.ROOT);
    }

    /**
     * A session begins, with a scenario or with another one than before.
     *
     * @param tick its first tick
     * @param scenario name of the scenario
     * @param description what it shows; may be empty
     * @param source where the sound comes from, in words
     * @param tickSeconds length of a tick, which is the hop of the ear
     * @param sampleRateHertz of the ear
     * @param bandHertz centre frequency of each band of the ear, lowest first
     * @param populations all of the network, inputs first; neurons are numbered through in this order
     * @param classes what is decided between; empty if the scenario decides nothing
     * @param devices the chips and processors on which the session is costed
     */
    record LiveStart(
            long tick,
            String scenario,
            @JsonView(EventJson.ForPage.class) String description,
            String source,
            double tickSeconds,
            double sampleRateHertz,
            @JsonView(EventJson.ForPage.class) List<Double> bandHertz,
            List<PopulationShape> populations,
            List<String> classes,
            List<String> devices)
            implements LiveEvent {

        public LiveStart {
            bandHertz = List.copyOf(bandHertz);
            populations = List.copyOf(populations);
            classes = List.copyOf(classes);
            devices = List.copyOf(devices);
        }
    }

    /**
     * One tick. The arrays are never written again.
     *
     * @param tick which one
     * @param lowest smallest sample of the hop, full scale being -1
     * @param highest largest sample of the hop, full scale being 1
     * @param bands drive of each band, which is the input of the encoder
     * @param spikes numbers of the neurons that fired, ascending, counted through all populations of {@link LiveEvent.LiveStart}
     * @param winner index of the class that leads, or -1 for nothing
     * @param confidence probability that the leader is right in leading, 0 to 1; 0 for nothing
     */
    record LiveFrame(long tick, float lowest, float highest, float[] bands, int[] spikes, int winner, float confidence)
            implements LiveEvent {}

    /**
     * The decision has changed.
     *
     * @param tick at which it was taken
     * @param winner index of the class, or -1 for nothing
     * @param label name of the class; empty for nothing
     * @param confidence probability that the leader is right in leading, 0 to 1; 0 for nothing
     * @param latencyNanoseconds from the arrival of the tick's last sample to the decision
     */
    record LiveDecision(
            long tick,
            @JsonView(EventJson.ForPage.class) int winner,

            @JsonProperty("class") @JsonSerialize(converter = EventJson.NullIfEmpty.class)
            String label,

            double confidence,

            @JsonProperty("latencySeconds") @JsonSerialize(converter = EventJson.Seconds.class)
            long latencyNanoseconds)
            implements LiveEvent {}

    /**
     * Figures of the last second of sound.
     *
     * @param tick the first tick after it
     * @param rates firing of each population
     * @param devices what the second cost on each device
     * @param latency of all ticks of the session so far
     * @param processorLoad share of one processor that this process took, 0 up to the number of processors
     * @param lostSamples samples of the session so far that the source could not deliver
     */
    record LiveSecond(
            long tick,
            List<PopulationRate> rates,
            List<DevicePower> devices,
            LatencyFigures latency,
            double processorLoad,
            long lostSamples)
            implements LiveEvent {

        public LiveSecond {
            rates = List.copyOf(rates);
            devices = List.copyOf(devices);
        }
    }

    /**
     * Something that a watcher should know, such as that samples were lost.
     *
     * @param tick when it was noticed
     * @param kind what it is about
     * @param text one line
     */
    record LiveNotice(long tick, Kind kind, String text) implements LiveEvent {

        /** What a notice is about. */
        public enum Kind {
            /** Samples were lost. */
            SAMPLES_LOST,
            /** The session went on although something was refused or failed. */
            PROBLEM;

            @JsonValue
            String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * The session is over.
     *
     * @param tick number of ticks
     * @param reason why, in words
     */
    record LiveEnd(long tick, String reason) implements LiveEvent {}

    /**
     * A population by name and size.
     *
     * @param name as in the scenario
     * @param size number of neurons, at least 1
     * @param input whether the ear's spikes come in here
     */
    record PopulationShape(
            String name,
            int size,
            @JsonView(EventJson.ForPage.class) boolean input) {}

    /**
     * How a population fired within a second.
     *
     * @param population its name
     * @param meanHertz spikes per second and neuron
     * @param silent whether none of its neurons fired although the populations that reach it did
     * @param saturated number of neurons that fired at more than nine of ten ticks
     */
    record PopulationRate(
            @JsonView(EventJson.ForLines.class) String population,
            @JsonProperty("hertz") double meanHertz,
            boolean silent,
            int saturated) {}

    /**
     * What a second of a session cost on a device.
     *
     * @param device name of its profile
     * @param marginalWatts energy of one more second on a device that runs anyway, front end included; NaN if a figure is unknown
     * @param alwaysOnWatts energy of a second with the device powered throughout, front end included; NaN if a figure is unknown
     * @param grade of the estimate, from comparisons with measurements; empty if there is none
     * @param reason why there is no estimate; empty if there is one
     */
    record DevicePower(String device, double marginalWatts, double alwaysOnWatts, String grade, String reason) {}

    /**
     * Times from the arrival of a tick's last sample until its decision was taken.
     *
     * @param ticks how many were measured
     * @param medianNanoseconds half of them took at most this
     * @param ninetyNinePercentNanoseconds 99 % took at most this
     * @param ninetyNinePointNinePercentNanoseconds 99.9 % took at most this
     * @param longestNanoseconds the longest
     * @param missedDeadlines ticks whose decision came later than the last sample of the next tick
     */
    record LatencyFigures(
            long ticks,

            @JsonProperty("p50Seconds") @JsonSerialize(converter = EventJson.Seconds.class)
            long medianNanoseconds,

            @JsonProperty("p99Seconds") @JsonSerialize(converter = EventJson.Seconds.class)
            long ninetyNinePercentNanoseconds,

            @JsonProperty("p999Seconds") @JsonSerialize(converter = EventJson.Seconds.class)
            long ninetyNinePointNinePercentNanoseconds,

            @JsonProperty("longestSeconds") @JsonSerialize(converter = EventJson.Seconds.class)
            long longestNanoseconds,

            long missedDeadlines) {}

    /** Is told what happens in a live session, by the thread that runs it. */
    @FunctionalInterface
    interface LiveListener {

        /** An event. Must return at once, and must not throw: the session waits for nobody who watches it. */
        void happened(LiveEvent event);
    }
}
