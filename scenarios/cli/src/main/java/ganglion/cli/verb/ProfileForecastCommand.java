package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.Version;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.hardware.validation.Forecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion profile forecast}. */
@Command(
        name = "forecast",
        header = "Predicts what networks take on chips, before anyone has measured it.",
        description =
                "Writes a file for each forecast: estimate, interval, grade, the date of today, the version of the"
                        + " program, and SHA-256 of the profile and of the forecast itself. One that was made today is"
                        + " kept. `profile score` compares it with a measurement.",
        footer = "  ganglion profile forecast forecasts/networks.yaml --out forecasts")
public final class ProfileForecastCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Networks, profiles and boundaries, YAML or JSON.")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the forecasts.")
    private Path out;

    /** @param console to print on */
    public ProfileForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        for (Forecast forecast : Forecast.of(file, today, new Version().number())) {
            Path written = out.resolve(forecast.fileName());
            if (Files.exists(written)) {
                console.out().println("kept " + written + ", made today");
                continue;
            }
            publish(written, forecast.json());
            console.out().println("wrote " + written);
        }
        return ExitCode.FINE.number();
    }

    static void publish(Path file, String text) throws OutputException {
        try {
            FilePublisher.publishText(file, text);
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }
}
