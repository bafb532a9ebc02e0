package ganglion.hardware.comparison;

import ganglion.hardware.chip.Arithmetic;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.MemoryLevel;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.metrics.ArithmeticCounts;
import ganglion.hardware.metrics.DenseWork;
import ganglion.hardware.metrics.MemoryTraffic;
import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The energy of the equivalent dense network on a conventional processor, per inference: arithmetic, and the traffic of
 * weights and activations to and from the nearest level of memory that holds them. Weights are read once in each pass.
 *
 * @param profile the processor
 * @param setting how the network is run
 * @param work work of one inference
 * @param arithmetic additions and multiplications of one inference, as the literature counts them
 * @param components energy of one inference by component; static power is not among them
 * @param joulesPerInference dynamic energy, or that at full load where the profile's figure is all-in; absent if unknown
 * @param interval the range that it lies in, as far as errors are known
 * @param staticWatts static power on top, where known; absent where the energies contain it
 * @param notes assumptions behind the numbers, human-readable
 */
public record Baseline(
        HardwareProfile profile,
        BaselineSetting setting,
        DenseWork work,
        ArithmeticCounts arithmetic,
        List<EnergyComponent> components,
        OptionalDouble joulesPerInference,
        Optional<Interval> interval,
        OptionalDouble staticWatts,
        List<String> notes) {

    /** Takes copies of the lists. */
    public Baseline {
        components = List.copyOf(components);
        notes = List.copyOf(notes);
    }

    /** Energy per second of audio: the network for its share of the time, and static power all the time. */
    public OptionalDouble joulesPerSecondOfAudio() {
        return joulesPerSecondOfAudio(setting.duty());
    }

    /** The same if it were always on. */
    public OptionalDouble joulesPerSecondAlwaysOn() {
        return joulesPerSecondOfAudio(1);
    }

    /** Energy per second of audio in which the network runs, without static power. */
    public OptionalDouble dynamicJoulesPerSecondAlwaysOn() {
        return joulesPerInference.isEmpty()
                ? joulesPerInference
                : OptionalDouble.of(joulesPerInference.getAsDouble() * setting.inferencesPerSecond());
    }

    private OptionalDouble joulesPerSecondOfAudio(double duty) {
        return joulesPerInference.isEmpty()
                ? joulesPerInference
                : OptionalDouble.of(joulesPerInference.getAsDouble() * setting.inferencesPerSecond() * duty
                        + staticWatts.orElse(0));
    }

    /** Whether a profile is that of a conventional processor, which can run a dense network. */
    public static boolean isPossibleOn(HardwareProfile profile) {
        return profile.execution() == Execution.DENSE
                && (profile.energy().containsKey(Operation.MULTIPLY_ACCUMULATE)
                        || !profile.arithmetic().isEmpty());
    }

    /** The baseline of a network whose inputs are its first populations. */
    public static Baseline of(
            Network network, HardwareProfile profile, HardwareProfile standIn, BaselineSetting setting) {
        return of(network, List.of(), profile, standIn, setting);
    }

    /**
     * The baseline of a network.
     *
     * @param numbers what flows in as numbers: further layers
     * @param standIn a processor whose memory is used where the profile has none, such as the built-in {@code ideal-45nm}
     * @throws IllegalArgumentException if the profile is not that of a conventional processor
     */
    public static Baseline of(
            Network network,
            List<NumberInput> numbers,
            HardwareProfile profile,
            HardwareProfile standIn,
            BaselineSetting setting) {
        return new Assembly(network, numbers, profile, standIn, setting).baseline();
    }

    /** Builds a baseline. For one use. */
    private static final class Assembly {

        private final Network network;
        private final List<NumberInput> numbers;
        private final HardwareProfile profile;
        private final HardwareProfile standIn;
        private final BaselineSetting setting;
        private final DenseWork pass;
        private final List<EnergyComponent> components = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Assembly(
                Network network,
                List<NumberInput> numbers,
                HardwareProfile profile,
                HardwareProfile standIn,
                BaselineSetting setting) {
            if (!isPossibleOn(profile)) {
                throw new IllegalArgumentException(
                        profile.name() + " is no conventional processor: it has no energy of multiply-accumulates");
            }
            this.network = network;
            this.numbers = numbers;
            this.profile = profile;
            this.standIn = standIn;
            this.setting = setting;
            this.pass = setting.stateful() ? DenseWork.ofTick(network, numbers) : DenseWork.ofLayers(network, numbers);
        }

        Baseline baseline() {
            addArithmetic();
            addTraffic();
            OptionalDouble joules = OptionalDouble.of(components.stream()
                    .mapToDouble(component -> component.joules().orElse(Double.NaN))
                    .sum());
            Interval sum = components.stream()
                    .flatMap(component -> component.interval().stream())
                    .reduce(Interval.exactly(0), Interval::plus);
            return new Baseline(
                    profile,
                    setting,
                    pass.times(setting.passesPerInference()),
                    ArithmeticCounts.artificial(network, numbers, setting.passesPerInference()),
                    components,
                    Double.isNaN(joules.getAsDouble()) ? OptionalDouble.empty() : joules,
                    sum.isExact() ? Optional.empty() : Optional.of(sum),
                    profile.staticPower()
                            .map(figure -> OptionalDouble.of(figure.value()))
                            .orElse(OptionalDouble.empty()),
                    notes);
        }

        private void addArithmetic() {
            long count = Math.multiplyExact(pass.multiplyAccumulates(), setting.passesPerInference());
            Arithmetic arithmetic = profile.arithmetic().get(setting.format());
            if (arithmetic != null) {
                add("multiplication", setting.format().word() + " multiplications", count, arithmetic.multiply());
                add("addition", setting.format().word() + " additions", count, arithmetic.add());
                return;
            }
            if (profile.energy().containsKey(Operation.MULTIPLY_ACCUMULATE)) {
                Figure figure =
                        profile.energy().get(Operation.MULTIPLY_ACCUMULATE).figure();
                add(Operation.MULTIPLY_ACCUMULATE.key(), Operation.MULTIPLY_ACCUMULATE.label(), count, figure);
                notes.add("The energy of a multiply-accumulate is the profile's only one, whatever the number format: "
                        + figure.text() + ".");
                return;
            }
            components.add(new EnergyComponent(
                    "multiplication",
                    setting.format().word() + " arithmetic",
                    count,
                    OptionalDouble.empty(),
                    null,
                    "",
                    ""));
        }

        private void addTraffic() {
            if (profile.isAllIn()) {
                notes.add(
                        "Memory and static power are within the energy of an operation, which holds at full load only.");
                return;
            }
            List<MemoryLevel> levels = profile.memory();
            if (levels.isEmpty()) {
                levels = standIn.memory();
                notes.add("The processor's memory is not known: that of " + standIn.name() + " stands in.");
            }
            int bytes = setting.format().bytes();
            long weightBytes = Math.multiplyExact(pass.weights(), bytes);
            long activationBytes = Math.multiplyExact(pass.activationsRead() + pass.activationsWritten(), bytes);
            addTraffic("weight-traffic", "words of weights", levels, weightBytes);
            addTraffic("activation-traffic", "words of activations", levels, activationBytes);
            if (profile.staticPower().isEmpty() && profile.countsStaticPower()) {
                notes.add("The processor's static power is not known: nothing is counted for it.");
            }
        }

        private void addTraffic(String key, String label, List<MemoryLevel> levels, long bytes) {
            MemoryTraffic traffic = MemoryTraffic.of(levels, bytes, bytes);
            long words = Math.multiplyExact(traffic.words(), setting.passesPerInference());
            add(
                    key,
                    label + " in " + traffic.level().name(),
                    words,
                    traffic.level().access());
        }

        private void add(String key, String label, long count, Figure figure) {
            components.add(new EnergyComponent(
                    key,
                    label,
                    count,
                    OptionalDouble.of(count * figure.value()),
                    figure.kind(),
                    figure.text(),
                    figure.source(),
                    Optional.of(Interval.of(figure).times(count))));
        }
    }
}
