package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.quantity.Quantity;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.Forecast;
import ganglion.hardware.validation.Forecast.Estimate;
import ganglion.hardware.validation.RatioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion profile score}. */
@Command(
        name = "score",
        header = "Compares a forecast with the measurement that came after it.",
        description =
                "Tells the ratio of estimate and measurement, and whether the measurement lies in the interval: the"
                        + " exit code is 1 if it does not. A forecast that was edited is refused.",
        footer = "  ganglion profile score forecasts/2026-12-01-shd-on-loihi.json --measured '1.2 mJ' --source 'Doe et"
                + " al. 2027'")
public final class ProfileScoreCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FORECAST.json", description = "A forecast as `profile forecast` wrote it.")
    private Path file;

    @Option(
            names = "--measured",
            paramLabel = "VALUE",
            required = true,
            description = "The energy or power, such as '1.2 mJ'.")
    private String measured;

    @Option(names = "--source", paramLabel = "TEXT", description = "Who published it.")
    private String source = "no source given";

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The profile that the forecast must have been made with.")
    private Path profile;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ProfileScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException {
        Forecast forecast = Forecast.read(file);
        if (profile != null && !forecast.isMadeWith(bytes(profile))) {
            throw new InputException(
                    profile,
                    "found a profile other than that of the forecast, expected its SHA-256 to be "
                            + forecast.made().profileSha256());
        }
        Estimate estimate = forecast.estimate();
        Quantity value = value(estimate);
        boolean inside = estimate.holds(value);
        console.out().println(forecast.name());
        new Table(Column.text(""), Column.text(""))
                .row(
                        "forecast",
                        text(estimate, estimate.value()) + ", grade " + estimate.grade() + ", of "
                                + forecast.made().date())
                .row(
                        "interval",
                        estimate.low() == null
                                ? "none"
                                : text(estimate, estimate.low()) + " to " + text(estimate, estimate.high()))
                .row("measured", value + ", " + source)
                .row(
                        "ratio",
                        RatioText.of(estimate.value() / value.value())
                                + (estimate.low() == null
                                        ? ""
                                        : inside ? ", inside the interval" : ", outside the interval"))
                .print(console.out(), "  ");
        if (!ProfileLibrary.names().contains(forecast.profile())
                || !forecast.isMadeWith(ProfileLibrary.document(forecast.profile()))) {
            console.out().println("  The profile " + forecast.profile() + " that ships today is another one.");
        }
        return (inside ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED).number();
    }

    private Quantity value(Estimate estimate) {
        try {
            Quantity value = Quantity.parse(measured, estimate.dimension());
            if (value.value() > 0) {
                return value;
            }
            throw new IllegalArgumentException("found " + measured + ", expected more than 0");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(specification.commandLine(), "--measured: " + e.getMessage(), e);
        }
    }

    private static String text(Estimate estimate, double value) {
        return QuantityFormat.format(value, estimate.dimension());
    }

    private static byte[] bytes(Path file) throws InputException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            String reason = Files.exists(file) ? "cannot be read" : "there is no such file";
            throw new InputException(file, reason);
        }
    }
}
