package ganglion.hardware.estimate;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Devices of round numbers. */
public final class ToyDevices {

    private ToyDevices() {}

    /** Joules of one part, which must be known. */
    static double part(DecisionEstimate estimate, Boundary boundary, Part part) {
        return estimate.energy(boundary).parts().get(part).joules().orElseThrow();
    }

    static Optional<Figure> watts(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(ToyProfiles.figure(text, Dimension.POWER));
    }

    static Figure seconds(String text) {
        return ToyProfiles.figure(text, Dimension.TIME);
    }

    /** 1 us a product in int8, and a millisecond a multiply-add of the front end. */
    static HardwareProfile processor(String name, String sleep, String idle, String run) {
        Processor processor = new Processor(
                Optional.empty(),
                Optional.empty(),
                Map.of(LayerKind.DENSE, Map.of(NumberFormat.INT8, seconds("1 us"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(SignalOperation.MULTIPLY_ADD.word(), seconds("1 ms")));
        PowerStates power = new PowerStates(Optional.empty(), watts(sleep), watts(idle), watts(run));
        return device(name, Execution.DENSE, power, Map.of(), Optional.of(processor), Optional.empty());
    }

    /** A device of one core, without limits and without a front end. */
    public static HardwareProfile device(
            String name,
            Execution execution,
            PowerStates power,
            Map<Operation, EnergyFigure> energy,
            Optional<Processor> processor,
            Optional<InputOutput> inputOutput) {
        return new HardwareProfile(
                new HardwareProfile.About(name, name, "For tests.", List.of(), Map.of(), Optional.empty()),
                new HardwareProfile.Boundary("everything", "nothing", true, List.of()),
                new HardwareProfile.Cores(
                        execution,
                        new Mesh(1, 1, 1),
                        ChipLimits.UNKNOWN,
                        ChipModels.UNKNOWN,
                        new SerialTicks(),
                        Optional.empty()),
                new HardwareProfile.Figures(OperatingPoint.FIXED, power, energy, Map.of(), List.of()),
                new HardwareProfile.Conventional(Map.of(), List.of(), processor),
                new HardwareProfile.Surroundings(Optional.empty(), inputOutput));
    }

    /** One decision of a thousand ticks of a millisecond, whose front end does so many multiply-adds. */
    static DecisionWork second(long multiplyAdds) {
        SignalWork work = new SignalWork(Map.of(SignalOperation.MULTIPLY_ADD, multiplyAdds));
        List<FrontEndWork> frontEnds = multiplyAdds == 0
                ? List.of()
                : List.of(new FrontEndWork("ear", 1, 1, List.of(new SignalStage("bands", work))));
        return new DecisionWork(List.of(new DecisionWork.TickRange(0, 1000)), 1e-3, frontEnds);
    }

    /** Every device is right within a factor, and {@code m33} stands beside chips. */
    public static Surroundings surroundings(double factor) {
        return new Surroundings() {
            @Override
            public Optional<HardwareProfile> processor(String name) {
                return name.equals("m33")
                        ? Optional.of(ToyDevices.processor("m33", "1 mW", "10 mW", "110 mW"))
                        : Optional.empty();
            }

            @Override
            public Map<Boundary, Reliability> reliability(HardwareProfile profile) {
                return Boundary.each(new Reliability(
                        Grade.A, 3, OptionalDouble.of(1), OptionalDouble.of(1.1), OptionalDouble.of(factor)));
            }
        };
    }
}
