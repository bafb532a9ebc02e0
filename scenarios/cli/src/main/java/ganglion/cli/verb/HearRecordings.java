package ganglion.cli.verb;

import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.data.DataSetException;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.learning.data.HeardRecordings;
import ganglion.learning.data.RecordingsWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A folder of sounds that becomes one file of recorded spikes, in the layout of the Heidelberg data sets. */
final class HearRecordings {

    private final Console console;
    private final Cochlea ear;
    private final Path folder;
    private final Path file;

    HearRecordings(Console console, Cochlea ear, Path folder, Path file) {
        this.console = console;
        this.ear = ear;
        this.folder = folder;
        this.file = file;
    }

    /** Carries what is wrong with a sound through the writing of the file. */
    private static final class Unheard extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unheard(DataSetException cause) {
            super(cause);
        }
    }

    /** Hears and writes all sounds, or nothing. */
    void write(boolean json) throws InputException, OutputException {
        HeardRecordings.Summary[] summary = new HeardRecordings.Summary[1];
        try (ProgressLine progress = new ProgressLine(console, "hear")) {
            FilePublisher.fill(file, place -> {
                try (RecordingsWriter writer = new RecordingsWriter(place)) {
                    summary[0] =
                            HeardRecordings.write(folder, ear, writer, share -> progress.advanced("hearing", share));
                } catch (DataSetException e) {
                    throw new Unheard(e);
                }
            });
        } catch (Unheard e) {
            throw new InputException(new Problem("", 0, "", e.getCause().getMessage()));
        } catch (IOException e) {
            throw new OutputException(file.toString(), e);
        }
        print(summary[0], json);
    }

    private void print(HeardRecordings.Summary summary, boolean json) {
        if (json) {
            var document = JsonOutput.object()
                    .put("file", file.toString())
                    .put("samples", summary.samples())
                    .put("speakers", summary.speakers())
                    .put("spikes", summary.spikes());
            summary.classes().forEach(document.putArray("classes")::add);
            JsonOutput.print(document, console.out());
        } else {
            console.out()
                    .println(file + ": " + summary.samples() + " samples of "
                            + summary.classes().size() + " classes by " + summary.speakers() + " speakers, "
                            + summary.spikes() + " spikes");
        }
    }
}
