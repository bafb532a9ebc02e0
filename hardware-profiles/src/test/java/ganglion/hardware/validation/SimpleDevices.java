package ganglion.hardware.validation;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.ToyDevices;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.validation.ValidationCase.Evidence;
import ganglion.hardware.validation.ValidationCase.Measured;
import ganglion.hardware.validation.ValidationCase.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices and cases so simple that results can be worked out by hand. */
final class SimpleDevices {

    private static final Optional<Figure> NONE = Optional.empty();

    private SimpleDevices() {}

    static Figure figure(String text, Dimension dimension, FigureKind kind) {
        double value = Quantity.parse(text, dimension).value();
        return new Figure(text, value, dimension, kind, "us", "", Optional.empty());
    }

    private static Optional<Figure> power(String text) {
        return Optional.of(figure(text, Dimension.POWER, FigureKind.PUBLISHED));
    }

    private static Optional<Figure> time(String text) {
        return Optional.of(figure(text, Dimension.TIME, FigureKind.PUBLISHED));
    }

    /** Sleeps at 1 W, idles at 2 W, runs at 5 W; a call takes 1 s, a layer 2 s, a product in int8 0.1 s, an output 0.5 s, a butterfly 0.25 s. */
    static HardwareProfile processor() {
        Processor processor = new Processor(
                time("1 s"),
                time("2 s"),
                Map.of(LayerKind.DENSE, Map.of(NumberFormat.INT8, time("100 ms").orElseThrow())),
                NONE,
                NONE,
                time("500 ms"),
                Map.of("butterfly", time("250 ms").orElseThrow()));
        return ToyDevices.device(
                "processor",
                Execution.DENSE,
                new PowerStates(NONE, power("1 W"), power("2 W"), power("5 W")),
                Map.of(),
                Optional.of(processor),
                Optional.empty());
    }

    /** Idles at 3 W; a synaptic operation takes 2 J; the host adds 1 s a tick and 10 s a decision, at 4 W, and 7 J a decision. */
    static HardwareProfile chip(FigureKind kind) {
        EnergyFigure synaptic = new EnergyFigure(figure("2 J", Dimension.ENERGY, kind), Accounting.MARGINAL, Set.of());
        return ToyDevices.device(
                "chip",
                Execution.SPIKING,
                new PowerStates(NONE, NONE, power("3 W"), NONE),
                Map.of(Operation.SYNAPTIC_OPERATION, synaptic),
                Optional.empty(),
                Optional.of(new InputOutput(
                        time("1 s"),
                        time("10 s"),
                        power("4 W"),
                        Optional.of(figure("7 J", Dimension.ENERGY, FigureKind.PUBLISHED)))));
    }

    /** A spiking device without figures. */
    static HardwareProfile named(String name, Execution execution) {
        return ToyDevices.device(name, execution, PowerStates.UNKNOWN, Map.of(), Optional.empty(), Optional.empty());
    }

    /** A case of 1 J, active, whose estimate is e to the power of a number; each is of a study of its own. */
    static ValidationCase heldOut(HardwareProfile profile, double logRatio) {
        return of(profile, logRatio, Role.HELD_OUT, Optional.empty());
    }

    static ValidationCase of(HardwareProfile profile, double logRatio, Role role, Optional<String> outside) {
        return of(profile, logRatio, role, new Study(profile.name() + " " + logRatio, "them"), outside);
    }

    static ValidationCase of(
            HardwareProfile profile, double logRatio, Role role, Study study, Optional<String> outside) {
        return new ValidationCase(
                profile.name() + " " + logRatio,
                profile,
                Math.exp(logRatio),
                new Measured(Optional.of(Boundary.ACTIVE), new Quantity(1, Dimension.ENERGY), false, false),
                new Evidence(study, FigureKind.PUBLISHED, "us", role, "none", outside));
    }
}
