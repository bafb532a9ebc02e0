package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.hardware.chip.PipelineStage;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.sanafe.Architecture.Unit;
import java.util.List;
import java.util.Optional;

/**
 * Makes neurons of a group's attributes.
 *
 * <p>SANA-FE's {@code leaky_integrate_fire} is a {@link GridLif} of 1/64 with a strict threshold. Its {@code truenorth} without
 * leak adds up and fires at the threshold: a GridLif whose leak takes nothing, and whose grid is so fine that it rounds
 * nothing.
 */
final class NeuronModels {

    /** Distance of two potentials of the Loihi neuron. */
    private static final double LOIHI_STEP = 1.0 / 64;

    /** What a potential of a TrueNorth neuron must be a multiple of; TrueNorth itself has whole numbers. */
    private static final double TRUENORTH_STEP = 0x1p-20;

    private static final List<String> INPUT = List.of("spikes", "soma_hw_name", "synapse_hw_name", "dendrite_hw_name");

    /** With these, nothing is asked that is not done anyway. */
    private static final List<String> SOMA = List.of(
            "threshold",
            "reset",
            "reset_mode",
            "bias",
            "leak_decay",
            "leak",
            "leak_towards_zero",
            "random_mask",
            "input_decay",
            "refractory_delay",
            "reverse_threshold",
            "reverse_reset",
            "reverse_reset_mode",
            "force_update",
            "force_update_every_timestep",
            "soma_hw_name",
            "synapse_hw_name",
            "dendrite_hw_name");

    private final GroupDraft group;
    private final Architecture architecture;

    NeuronModels(GroupDraft group, Architecture architecture) {
        this.group = group;
        this.architecture = architecture;
    }

    SanafeNetwork.Group read() throws InputException {
        Unit soma = commonUnit(PipelineStage.SOMA);
        if (soma.isInput()) {
            return new SanafeNetwork.Group(group.name(), group.size(), inputs(), List.of());
        }
        Unit synapse = commonUnit(PipelineStage.SYNAPSE);
        commonUnit(PipelineStage.DENDRITE);
        NeuronModel model = soma.model().equals("truenorth") ? trueNorth() : loihi();
        List<String> units = List.of(ProfileText.slug(synapse.name()), ProfileText.slug(soma.name()));
        return new SanafeNetwork.Group(group.name(), group.size(), model, units);
    }

    /** Whether a number is one that the grid of TrueNorth neurons has. */
    static boolean isOnFineGrid(double value) {
        return value / TRUENORTH_STEP == Math.rint(value / TRUENORTH_STEP);
    }

    /** Whether weights into such neurons must be {@linkplain #isOnFineGrid on the fine grid}. */
    static boolean needsFineGrid(NeuronModel model) {
        return model instanceof GridLif lif && lif.step() == TRUENORTH_STEP;
    }

    /** The unit that all neurons of the group use; instances of a unit are alike. */
    private Unit commonUnit(PipelineStage stage) throws InputException {
        String attribute = stage.word() + "_hw_name";
        Attributes last = null;
        Unit common = null;
        for (int neuron = 0; neuron < group.size(); neuron++) {
            Attributes own = group.attributes(neuron);
            if (own == last) {
                continue;
            }
            last = own;
            Spot place = own.find(attribute).orElse(group.place());
            Unit unit = architecture.unit(stage, own.text(attribute, ""), place);
            if (common != null && !unit.name().equals(common.name())) {
                throw place.problem("found the " + stage.word() + " units " + common.name() + " and " + unit.name()
                        + " in group " + group.name() + ", expected one for all of its neurons");
            }
            common = unit;
        }
        return common;
    }

    private SpikeSource inputs() throws InputException {
        SpikeRaster.Builder raster = SpikeRaster.builder(group.size());
        for (int neuron = 0; neuron < group.size(); neuron++) {
            Attributes own = group.attributes(neuron);
            own.allow("input " + group.name(), INPUT);
            Optional<Spot> spikes = own.find("spikes");
            if (spikes.isPresent()) {
                List<Spot> steps = spikes.get().elements();
                for (int step = 0; step < steps.size(); step++) {
                    if (steps.get(step).truth()) {
                        raster.add(step, neuron);
                    }
                }
            }
        }
        return new SpikeSource(raster.build());
    }

    private NeuronModel loihi() throws InputException {
        for (String name : List.of("input_decay", "leak", "random_mask")) {
            expectNothing(name);
        }
        Reset reset = reset();
        int refractory = refractoryTicks(reset);
        LifParameters parameters = parameters(values("leak_decay", 1), true, reset, refractory);
        return new GridLif(parameters, LOIHI_STEP, Double.POSITIVE_INFINITY);
    }

    private NeuronModel trueNorth() throws InputException {
        for (String name : List.of("leak", "random_mask", "input_decay", "refractory_delay")) {
            expectNothing(name);
        }
        expect("leak_decay", "1");
        LifParameters parameters = parameters(NeuronValues.of(1), false, reset(), 0);
        for (String name : List.of("threshold", "reset", "bias")) {
            for (int neuron = 0; neuron < group.size(); neuron++) {
                double value = group.attributes(neuron).number(name, 0);
                if (!isOnFineGrid(value)) {
                    throw problem(name, "found the " + name + ' ' + value, "a multiple of 2^-20");
                }
            }
        }
        return new GridLif(parameters, TRUENORTH_STEP, Double.POSITIVE_INFINITY);
    }

    private LifParameters parameters(NeuronValues beta, boolean strict, Reset reset, int refractory)
            throws InputException {
        expect("reverse_reset_mode", "none");
        expect("force_update", "false");
        expect("force_update_every_timestep", "false");
        Attributes last = null;
        for (int neuron = 0; neuron < group.size(); neuron++) {
            if (group.attributes(neuron) != last) {
                last = group.attributes(neuron);
                last.allow("group " + group.name(), SOMA);
            }
        }
        NeuronValues zero = NeuronValues.of(0);
        NeuronValues resetPotential = reset == Reset.TO_VALUE ? values("reset", 0) : zero;
        try {
            return new LifParameters(
                    beta,
                    values("threshold", 0),
                    strict,
                    reset,
                    false,
                    resetPotential,
                    zero,
                    values("bias", 0),
                    zero,
                    refractory);
        } catch (IllegalArgumentException e) {
            throw group.place()
                    .problem("group " + group.name() + ": found that " + e.getMessage()
                            + ", expected other parameters (the default of a threshold is 0)");
        }
    }

    private Reset reset() throws InputException {
        String mode = group.attributes(0).text("reset_mode", "hard");
        expect("reset_mode", mode, "hard");
        return switch (mode) {
            case "hard" -> Reset.TO_VALUE;
            case "soft" -> Reset.BY_SUBTRACTION;
            case "none" -> Reset.NONE;
            default -> throw problem("reset_mode", "found the reset mode \"" + mode + '"', "hard, soft or none");
        };
    }

    /**
     * SANA-FE counts down in the step of the spike already, so that a delay of d blocks d - 1 steps. It goes on leaking
     * meanwhile; ours stands still, which is the same at zero only.
     */
    private int refractoryTicks(Reset reset) throws InputException {
        Optional<Spot> given = group.attributes(0).find("refractory_delay");
        expect("refractory_delay", given.isEmpty() ? "0" : given.get().text(), "0");
        if (given.isEmpty()) {
            return 0;
        }
        int ticks = Math.max(0, given.get().whole(0, Integer.MAX_VALUE) - 1);
        if (ticks > 0 && (reset != Reset.TO_VALUE || !isZero(values("reset", 0)))) {
            throw given.get()
                    .problem(
                            "group " + group.name() + ": found a refractory delay of "
                                    + given.get().found()
                                    + " with a reset to other than 0, expected a hard reset to 0: nothing else has an equivalent");
        }
        return ticks;
    }

    private boolean isZero(NeuronValues values) {
        for (int neuron = 0; neuron < group.size(); neuron++) {
            if (values.at(neuron) != 0) {
                return false;
            }
        }
        return true;
    }

    private NeuronValues values(String name, double fallback) throws InputException {
        double[] values = new double[group.size()];
        boolean common = true;
        for (int neuron = 0; neuron < values.length; neuron++) {
            values[neuron] = group.attributes(neuron).number(name, fallback);
            common &= values[neuron] == values[0];
        }
        return common ? NeuronValues.of(values[0]) : NeuronValues.each(values);
    }

    private void expectNothing(String name) throws InputException {
        expect(name, "0");
    }

    private void expect(String name, String expected) throws InputException {
        expect(name, expected, expected);
    }

    /** Every neuron must have this value of an attribute; where it has none, the default stands for it. */
    private void expect(String name, String expected, String byDefault) throws InputException {
        for (int neuron = 0; neuron < group.size(); neuron++) {
            Optional<Spot> given = group.attributes(neuron).find(name);
            boolean same = given.isPresent() ? isSame(given.get(), expected) : byDefault.equals(expected);
            if (!same) {
                String found = given.isPresent() ? given.get().found() : byDefault;
                throw given.orElse(group.place())
                        .problem("group " + group.name() + ": found the " + name + ' ' + found + ", expected "
                                + expected + " for all of its neurons: nothing else has an equivalent");
            }
        }
    }

    private static boolean isSame(Spot given, String expected) {
        if (given.node().isNumber() && expected.matches("[0-9.]+")) {
            return given.node().doubleValue() == Double.parseDouble(expected);
        }
        return given.node().asText().equalsIgnoreCase(expected);
    }

    private InputException problem(String name, String found, String expected) {
        Spot place = group.attributes(0).find(name).orElse(group.place());
        return place.problem("group " + group.name() + ": " + found + ", expected " + expected);
    }
}
