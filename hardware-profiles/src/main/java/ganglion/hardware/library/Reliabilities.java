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
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the estimates of each device can be trusted. What measurements say of the profiles that ship with Ganglion stands in
 * a table, which package {@code validation} makes, so that a run need not look at the measurements.
 */
public final class Reliabilities {

    /** The first line of the table. */
    public static final String COLUMNS = "profile,grade,held-out,median,worst,factor";

    private static final String RESOURCE = "/ganglion/hardware/validation/devices.csv";

    private Reliabilities() {}

    /** Reads the table on demand. */
    private static final class Holder {
        private static final Map<String, Reliability> BY_PROFILE = read();
    }

    /** How far to trust a profile: what measurements say if it ships with Ganglion, and else what the kinds of its figures say. */
    public static Reliability of(HardwareProfile profile) {
        Reliability measured = Holder.BY_PROFILE.get(ProfileReference.profileOf(profile.name()));
        return measured != null && ProfileLibrary.ships(profile)
                ? measured
                : Reliability.unvalidated(gradeOfFigures(profile));
    }

    /** The grade of a profile without measurements: D if a figure of its totals is assumed, else C. */
    public static Grade gradeOfFigures(HardwareProfile profile) {
        return TotalFigures.of(profile).stream().anyMatch(figure -> figure.kind() == FigureKind.ASSUMED)
                ? Grade.D
                : Grade.C;
    }

    private static Map<String, Reliability> read() {
        try (InputStream stream = Reliabilities.class.getResourceAsStream(RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[0], Reliabilities::reliability));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static Reliability reliability(String[] cells) {
        return new Reliability(
                Grade.valueOf(cells[1]),
                Integer.parseInt(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]));
    }

    private static OptionalDouble number(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    /**
     * The figures that an energy is computed from: all but limits, the time model and measurements. Times are among them where
     * energy is power times time.
     */
    public static final class TotalFigures {

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
                            profile.conventional().arithmetic().values().stream()
                                    .flatMap(TotalFigures::figures),
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
}
