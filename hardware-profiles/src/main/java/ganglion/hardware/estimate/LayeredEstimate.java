package ganglion.hardware.estimate;

import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.LayeredCosting;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.layered.Activity;
import ganglion.hardware.layered.ActivityLayer;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Neurons;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.layered.ActivityNetwork.Encoding;
import ganglion.hardware.layered.ActivityNetwork.Population;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a sample of an {@link Activity} takes on a device, in each way that the device can compute it.
 *
 * @param profile the device
 * @param cost what the spiking network takes; empty on devices that do not follow spikes
 * @param estimates the ways, that of its spikes first
 */
public record LayeredEstimate(HardwareProfile profile, Optional<ChipCost> cost, List<DecisionEstimate> estimates) {

    /** Products that other tools add up in floating point may be off by this share. */
    private static final double ROUNDING = 1e-6;

    /** Takes a copy of the list. */
    public LayeredEstimate {
        estimates = List.copyOf(estimates);
    }

    /** The estimates of a device. */
    public static LayeredEstimate of(ActivityNetwork network, HardwareProfile profile, Surroundings surroundings) {
        DecisionWork work = work(network.activity());
        Optional<Encoder> encoder = Encoder.of(network, profile, surroundings);
        Optional<Encoder> all =
                encoder.filter(layers -> layers.rest().populations().isEmpty());
        boolean chip = profile.cores().execution() == Execution.SPIKING && all.isEmpty();
        Optional<ChipCost> cost = chip
                ? Optional.of(LayeredCosting.cost(encoder.map(Encoder::rest).orElse(network), profile))
                : Optional.empty();
        List<DecisionEstimate> estimates = new ArrayList<>();
        cost.map(of -> ChipEstimate.of(of, work, surroundings))
                .map(of -> encoder.map(layers -> layers.addTo(of)).orElse(of))
                .ifPresent(estimates::add);
        all.map(layers -> DecisionEstimate.impossible(
                        profile,
                        Computation.SPIKES,
                        List.of("no layer is left for the chip: " + layers.names() + " and its neurons are computed on "
                                + layers.processor().name() + " beside it, as numbers do not flow into the chip"),
                        work.periodSeconds(),
                        surroundings.reliability(profile)))
                .ifPresent(estimates::add);
        Optional<String> without = reasonAgainstArtificial(network);
        boolean neurons = IntStream.range(0, network.count())
                .anyMatch(layer -> network.layer(layer).kind() == Kind.NEURONS);
        for (NumberFormat format : NumberFormat.values()) {
            if (without.isEmpty()) {
                DenseEstimate.of(profile, artificial(network, format), work, surroundings)
                        .ifPresent(estimates::add);
            }
            if (neurons) {
                DenseEstimate.of(profile, inEveryStep(network, format), work, surroundings)
                        .ifPresent(estimates::add);
            }
        }
        ArtificialCounterpart.impossible(profile, without, work.periodSeconds(), surroundings)
                .ifPresent(estimates::add);
        return new LayeredEstimate(
                profile, cost, estimates.stream().distinct().toList()); // one that is impossible is so in every format
    }

    private static DecisionWork work(Activity activity) {
        SignalWork signal = new SignalWork(activity.frontEnd());
        List<FrontEndWork> frontEnds = signal.counts().isEmpty()
                ? List.of()
                : List.of(new FrontEndWork(
                        "front end",
                        0,
                        activity.periodSeconds() * activity.samples(),
                        List.of(new SignalStage("front end", signal))));
        return new DecisionWork(List.of(new TickRange(0, activity.steps())), activity.tickSeconds(), frontEnds);
    }

    /** Why no artificial network of the same layers stands in for it, as half a sentence; empty if one does. */
    public static Optional<String> reasonAgainstArtificial(ActivityNetwork network) {
        return ArtificialCounterpart.reasonAgainst(
                network.activity().decides(),
                () -> IntStream.range(0, network.count())
                        .filter(network::isRecurrent)
                        .mapToObj(layer -> "the network is recurrent, "
                                + network.layer(layer).name() + " reaches itself")
                        .findFirst());
    }

    /**
     * First layers that turn numbers into spikes, on the processor that stands beside a chip without a figure for numbers.
     *
     * @param names of the layers
     * @param processor that computes them
     * @param seconds of work for a sample; empty if it is not known
     * @param rest the network behind them, on the chip
     */
    private record Encoder(String names, HardwareProfile processor, CallTime seconds, ActivityNetwork rest) {

        static Optional<Encoder> of(ActivityNetwork network, HardwareProfile chip, Surroundings surroundings) {
            Optional<HardwareProfile> processor = chip.surroundings()
                    .frontEnd()
                    .filter(FrontEndSite.Beside.class::isInstance)
                    .flatMap(site -> surroundings.processor(((FrontEndSite.Beside) site).profile()))
                    .filter(found -> found.conventional().processor().isPresent());
            return chip.takesNumbers() || processor.isEmpty()
                    ? Optional.empty()
                    : network.encoding().map(layers -> of(network, layers, processor.get()));
        }

        /** Products beyond those of one pass are weighted in every step; a picture that stays, once. Neurons work in every step. */
        private static Encoder of(ActivityNetwork network, Encoding encoding, HardwareProfile processor) {
            List<LayerWork> once = new ArrayList<>();
            List<LayerWork> inEveryStep = new ArrayList<>();
            for (int layer : encoding.weights()) {
                double products =
                        network.multiplyAccumulates(layer) / network.activity().samples();
                boolean stays = products <= network.denseProducts(layer) * (1 + ROUNDING);
                (stays ? once : inEveryStep).add(work(network, layer));
            }
            encoding.neurons()
                    .forEach(layer -> inEveryStep.add(new LayerWork(LayerKind.DENSE, network.size(layer), 0, 0)));
            Processor of = processor.conventional().processor().orElseThrow();
            CallTime ofPicture = CallTime.of(of, once, of.formats().get(0), 1);
            CallTime ofStep = CallTime.of(of, inEveryStep, of.formats().get(0), 1);
            String names = encoding.weights().stream()
                    .map(layer -> network.layer(layer).name())
                    .collect(Collectors.joining(", "));
            List<String> missing = Stream.of(ofPicture, ofStep)
                    .flatMap(time -> time.missing().stream())
                    .distinct()
                    .toList();
            OptionalDouble seconds = missing.isEmpty()
                    ? OptionalDouble.of(
                            (once.isEmpty() ? 0 : ofPicture.seconds().orElseThrow())
                                    + ofStep.seconds().orElseThrow()
                                            * network.activity().steps())
                    : OptionalDouble.empty();
            return new Encoder(names, processor, new CallTime(seconds, missing), encoding.rest());
        }

        DecisionEstimate addTo(DecisionEstimate chip) {
            if (!chip.possible()) {
                return chip;
            }
            boolean known = seconds.seconds().isPresent();
            double work = seconds.seconds().orElse(0);
            List<String> missingTimes = new ArrayList<>(chip.missingTimes());
            missingTimes.addAll(seconds.missing());
            Map<Boundary, BoundaryEnergy> own =
                    new PoweredWork(processor, 1, Map.of(Part.FRONT_END, work), chip.periodSeconds()).energies();
            Map<Boundary, BoundaryEnergy> energies = Boundary.map(boundary -> {
                BoundaryEnergy energy = chip.energy(boundary);
                return energy.with(Part.FRONT_END, sum(energy.parts().get(Part.FRONT_END), own.get(boundary)));
            });
            return new DecisionEstimate(
                    chip.profile(),
                    chip.computation(),
                    chip.format(),
                    energies,
                    chip.periodSeconds(),
                    known && chip.workSeconds().isPresent()
                            ? OptionalDouble.of(chip.workSeconds().getAsDouble() + work)
                            : OptionalDouble.empty(),
                    missingTimes,
                    known ? chip.inTime().map(inTime -> inTime && work <= chip.periodSeconds()) : Optional.empty(),
                    chip.staticShareJoules(),
                    chip.betweenWatts(),
                    chip.reliabilities(),
                    chip.fit(),
                    chip.notes());
        }

        private PartEnergy sum(PartEnergy frontEnd, BoundaryEnergy own) {
            if (seconds.seconds().isEmpty()) {
                return PartEnergy.unknown(seconds.missing());
            }
            return frontEnd.joules().isPresent() && own.joules().isPresent()
                    ? PartEnergy.of(
                            frontEnd.joules().getAsDouble() + own.joules().getAsDouble(),
                            "Numbers do not flow into the chip: " + names + " and its neurons are computed on "
                                    + processor.name() + " beside it, as a part of the front end.")
                    : PartEnergy.unknown(own.missing().isEmpty() ? frontEnd.missing() : own.missing());
        }
    }

    private static DenseTask artificial(ActivityNetwork network, NumberFormat format) {
        return new DenseTask(Computation.ARTIFICIAL, format, layers(network), pass(network), 1);
    }

    private static DenseTask inEveryStep(ActivityNetwork network, NumberFormat format) {
        long neurons =
                network.populations().stream().mapToLong(Population::size).sum();
        List<LayerWork> layers = new ArrayList<>(layers(network));
        layers.add(new LayerWork(LayerKind.DENSE, neurons, 0, 0));
        DenseWork pass = pass(network);
        return new DenseTask(
                Computation.DENSE_TICKS,
                format,
                layers,
                new DenseWork(
                        pass.multiplyAccumulates() + neurons,
                        pass.weights(),
                        pass.activationsRead() + neurons,
                        pass.activationsWritten() + neurons),
                network.activity().steps(),
                IntStream.range(0, network.count())
                        .mapToObj(network::layer)
                        .filter(layer ->
                                layer.neurons().needs().orElse(Neurons.USUAL).contains(Trait.OTHER))
                        .map(ActivityLayer::name)
                        .toList());
    }

    private static List<LayerWork> layers(ActivityNetwork network) {
        return products(network).mapToObj(layer -> work(network, layer)).toList();
    }

    /** A full matrix at each token of a sequence uses its weights as often as a convolution does. */
    private static LayerWork work(ActivityNetwork network, int layer) {
        Kind kind = network.layer(layer).kind();
        boolean tokens = kind == Kind.LINEAR && network.denseProducts(layer) > network.weights(layer);
        return new LayerWork(
                kind == Kind.CONVOLUTION || tokens ? LayerKind.CONVOLUTION : LayerKind.DENSE,
                (long) matrix(network, layer, network::denseProducts),
                network.size(layer),
                (long) matrix(network, layer, network::weights));
    }

    private static DenseWork pass(ActivityNetwork network) {
        return new DenseWork(
                (long) products(network)
                        .mapToDouble(layer -> matrix(network, layer, network::denseProducts))
                        .sum(),
                (long) products(network)
                        .mapToDouble(layer -> matrix(network, layer, network::weights))
                        .sum(),
                products(network).mapToLong(network::inputSize).sum(),
                products(network).mapToLong(network::size).sum());
    }

    /** A conventional processor computes a list of synapses as the full matrix. */
    private static double matrix(ActivityNetwork network, int layer, IntToDoubleFunction figure) {
        return network.layer(layer).kind() == Kind.SPARSE
                ? (double) network.inputSize(layer) * network.size(layer)
                : figure.applyAsDouble(layer);
    }

    private static IntStream products(ActivityNetwork network) {
        return IntStream.range(0, network.count())
                .filter(layer -> network.layer(layer).kind().hasProducts());
    }
}
