package ganglion.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs the command lines that another program asks for, one after the other in the order in which they come, and answers each. What is no
 * request is answered, too, with exit code 2.
 */
public final class Service {

    private final CommandLines commands;
    private final BooleanSupplier goesOn;

    /**
     * A service.
     *
     * @param goesOn asked before each request; false ends the service
     */
    public Service(CommandLines commands, BooleanSupplier goesOn) {
        this.commands = commands;
        this.goesOn = goesOn;
    }

    /** Runs one command line, whose faults are lines on the console and an exit code. */
    @FunctionalInterface
    public interface CommandLines {

        /** Runs it. */
        ExitCode run(Console console, List<String> words);
    }

    /**
     * Answers until the requests end, or nobody reads the answers.
     *
     * @param version told in the greeting
     * @throws IOException if the requests cannot be read
     */
    public void serve(InputStream requests, PrintStream out, String version) throws IOException {
        RequestLines lines = new RequestLines(requests);
        Answers answers = new Answers(out);
        answers.greet(version);
        while (goesOn.getAsBoolean() && !out.checkError()) {
            JsonNode id = NullNode.getInstance();
            try {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    return;
                }
                id = Request.idOf(line.get());
                run(Request.read(line.get(), lines.number()), answers);
            } catch (InputException e) {
                String err = String.join("\n", Problem.lines(e.problems())) + "\n";
                answers.answer(id, ExitCode.BAD_INPUT.number(), "", err);
            }
        }
    }

    private void run(Request request, Answers answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.served(
                out,
                err,
                new ThrottledProgress(
                        (task, phase, fraction) -> answers.progress(request.id(), task, phase, fraction),
                        System::nanoTime));
        ExitCode code = commands.run(console, request.words());
        answers.answer(
                request.id(),
                code.number(),
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }
}
