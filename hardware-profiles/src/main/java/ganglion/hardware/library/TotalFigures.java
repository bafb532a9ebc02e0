package ganglion.hardware.library;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.figure.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures that an energy is computed from: all but limits, the time model and measurements. Times are among them where
 * energy is power times time.
 */
public final class TotalFigures {

    private TotalFigures() {}

    /** The figures, in no certain order. */
    public static List<Figure> of(HardwareProfile profile) {
        Stream<Figure> power = Arrays.stream(PowerStates.State.values())
                .map(profile.figures().power()::of)
                .flatMap(Optional::stream);
        Stream<Figure> units =
                profile.figures().units().stream().map(PipelineUnit::energy).flatMap(TotalFigures::energies);
        return Stream.of(
                        power,
                        energies(profile.figures().energy()),
                        units,
                        profile.conventional().arithmetic().values().stream().flatMap(TotalFigures::figures),
                        profile.conventional().memory().stream().map(MemoryLevel::access),
                        profile.conventional().processor().stream().flatMap(TotalFigures::figures),
                        profile.surroundings().frontEnd().stream().flatMap(TotalFigures::figures),
                        profile.surroundings().inputOutput().stream().flatMap(TotalFigures::figures),
                        times(profile))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Figure> energies(Map<?, EnergyFigure> energies) {
        return energies.values().stream().map(EnergyFigure::figure);
    }

    private static Stream<Figure> figures(Arithmetic arithmetic) {
        return Stream.of(arithmetic.add(), arithmetic.multiply());
    }

    private static Stream<Figure> figures(Processor processor) {
        Stream<Figure> overheads = Stream.of(
                        processor.call(), processor.launch(), processor.weightByte(), processor.output())
                .flatMap(Optional::stream);
        Stream<Figure> products =
                processor.multiplyAccumulate().values().stream().flatMap(byFormat -> byFormat.values().stream());
        return Stream.of(overheads, products, processor.signal().values().stream())
                .flatMap(Function.identity());
    }

    private static Stream<Figure> figures(FrontEndSite site) {
        return site instanceof FrontEndSite.Analogue analogue ? Stream.of(analogue.power()) : Stream.empty();
    }

    private static Stream<Figure> figures(InputOutput inputOutput) {
        return Stream.of(
                        inputOutput.tickTime(),
                        inputOutput.decisionTime(),
                        inputOutput.power(),
                        inputOutput.decisionEnergy())
                .flatMap(Optional::stream);
    }

    private static Stream<Figure> times(HardwareProfile profile) {
        return profile.figures().power().run().isPresent()
                ? profile.figures().time().values().stream()
                : Stream.empty();
    }
}
