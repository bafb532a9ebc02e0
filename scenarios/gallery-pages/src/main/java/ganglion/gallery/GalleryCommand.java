package ganglion.gallery;

import ganglion.cli.print.ExpectationList;
import ganglion.cli.print.Marks;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.PlaceClaim;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseFilter;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.CaseRunner;
import ganglion.scenario.suite.CaseSettings;
import ganglion.scenario.suite.ScenarioFinder;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteCase;
import ganglion.scenario.suite.SuitePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion gallery}. */
@Command(
        name = "gallery",
        header = "Makes pages of documentation from runs of scenarios.",
        description =
                "Writes a page in Markdown with pictures for each scenario, and an index over them. NAME.picture.yaml"
                        + " beside NAME.yaml says what the pictures show; without it, they are rasters. What stands below"
                        + " '## Change it' in a README.md beside the scenario becomes part of its page. Nothing is written"
                        + " if a scenario is refused or a picture cannot be drawn.",
        footer = {"  ganglion gallery scenarios/gallery --out docs/gallery"})
public final class GalleryCommand implements Callable<Integer> {

    private static final String CHANGE = "## Change it\n";
    private static final String INDEX = "README.md";

    /** Up to the first full stop before a blank that stands in no brackets and after no initial. */
    private static final Pattern SENTENCE = Pattern.compile("(?:\\([^)]*\\)|\\b[A-Z]\\.|[^(.?!]|[.?!](?! |$))*[.?!]?");

    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Scenario files, or folders that hold some.")
    private List<Path> paths;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the pages go; those of an earlier call are replaced.")
    private Path out;

    /** @param console to print on */
    public GalleryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        SuitePlan suite = SuitePlan.of(ScenarioFinder.find(paths), CaseFilter.ALL, ScenarioOverrides.NONE);
        if (!suite.refused().isEmpty()) {
            return report(suite.refused()).number();
        }
        // All are read before the first is run.
        List<PicturePlan> plans = new ArrayList<>();
        for (SuiteCase test : suite.cases()) {
            plans.add(PicturePlan.beside(test.file()));
        }
        List<CaseResult> results = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder("# Gallery\n\n| scenario | picture | what it shows |\n|---|---|---|\n");
        PlaceClaim claim = PlaceClaim.within(out);
        try (claim;
                ProgressLine progress = new ProgressLine(console, "gallery")) {
            for (SuiteCase test : suite.cases()) {
                progress.advanced(test.name(), (double) results.size() / plans.size());
                results.add(make(test, plans.get(results.size()), files, index));
            }
            files.put(
                    INDEX,
                    index.append("\n").append(GalleryPage.MARK).append("\n").toString());
            // An index over some of the scenarios would lose the others.
            if (results.stream().noneMatch(result -> result.status().isError())) {
                for (String file : files.keySet()) {
                    checkOurs(file);
                }
                for (Map.Entry<String, String> file : files.entrySet()) {
                    FilePublisher.publishText(out.resolve(file.getKey()), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
        return report(results).number();
    }

    /** Runs a scenario, and adds its page, its pictures and its line of the index to what is written in the end. */
    private CaseResult make(SuiteCase test, PicturePlan plan, Map<String, String> files, StringBuilder index)
            throws InputException, IOException {
        List<Kept> kept = new ArrayList<>();
        CaseSettings settings =
                new CaseSettings(ScenarioOverrides.NONE, RunSettings.ofThisMachine(), 1, false, CaseSettings.NO_LIMIT);
        CaseResult result = new CaseRunner(settings, (run, point) -> {
                    if (kept.isEmpty() || plan.drawsAllRuns()) {
                        kept.add(new Kept(point, run));
                    }
                    return "";
                })
                .run(test);
        if (!kept.isEmpty()) {
            ScenarioRun run = kept.get(0).run();
            String file = test.file().toString().replace('\\', '/');
            List<String> pictures = plan.svgs(new GalleryRuns(kept, result));
            for (int i = 0; i < pictures.size(); i++) {
                files.put(GalleryPage.pictureFile(test.name(), i), pictures.get(i));
            }
            files.put(
                    page(test), GalleryPage.markdown(run, result, plan, file, text(test.file()), change(test.file())));
            String link = "](" + page(test) + ")";
            index.append("| [" + Markdown.inline(test.name()) + link + " | [<img src=\""
                    + GalleryPage.pictureFile(test.name(), 0) + "\" width=\"220\" alt=\"\">" + link + " | "
                    + Markdown.withoutHtml(
                            firstSentence(run.scenario().description()).replace("|", "\\|")) + " |\n");
        }
        return result;
    }

    private static String firstSentence(String text) {
        Matcher sentence = SENTENCE.matcher(text.strip().replaceAll("\\s+", " "));
        return sentence.lookingAt() ? sentence.group() : "";
    }

    /** What a README beside the scenario says on changing it. */
    private static String change(Path file) throws IOException {
        Path readme = file.resolveSibling("README.md");
        if (!Files.isRegularFile(readme)) {
            return "";
        }
        String text = text(readme);
        int start = text.indexOf(CHANGE);
        return start < 0 ? "" : text.substring(start + CHANGE.length());
    }

    /** Refuses to replace a page or picture that the gallery did not make. */
    private void checkOurs(String name) throws IOException {
        Path file = out.resolve(name);
        if (Files.exists(file) && !(Files.isRegularFile(file) && text(file).contains(GalleryPage.MARK))) {
            throw new IOException("holds " + name
                    + ", which ganglion gallery did not write; expected it elsewhere, or another --out");
        }
    }

    private static String page(SuiteCase test) {
        return test.name() + ".md";
    }

    /** What is no UTF-8 is shown as such; it is no reason to refuse a file. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private ExitCode report(List<CaseResult> results) {
        ExitCode code = ExitCode.FINE;
        for (CaseResult result : results) {
            if (result.status() != Status.PASSED) {
                result.runs().stream().flatMap(run -> run.messages().stream()).forEach(console::errorLine);
                console.out().println(result.name() + ": " + result.status().word());
                result.runs()
                        .forEach(run -> new ExpectationList(run.outcomes(), new Marks(false))
                                .printFailures(console.out(), "  " + run.label() + " "));
                code = code.or(ExitCode.of(result.status()));
            }
        }
        if (results.stream().anyMatch(result -> result.status().isError())) {
            console.out().println("nothing was written to " + out);
        }
        return code;
    }
}
