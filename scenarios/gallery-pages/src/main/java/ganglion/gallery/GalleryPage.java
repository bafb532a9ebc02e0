package ganglion.gallery;

import ganglion.cli.print.DeviceAnswer;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.gallery.PicturePlan.CitedPaper;
import ganglion.kernel.network.Population;
import ganglion.report.result.CostedRun;
import ganglion.report.suite.StudyTable;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A scenario of the gallery as a page of the documentation. Nothing in it depends on the machine: the result of a run is the
 * same everywhere, and wall-clock times are left out.
 */
final class GalleryPage {

    /** The last line of what the gallery writes, by which it is known. */
    public static final String MARK = "<!-- Made by `ganglion gallery`; do not edit. -->";

    private static final int MOST_POINTS = 40;

    /** Lines of a scenario that a page shows; a longer one is in the file that the command names. */
    private static final int MOST_LINES = 36;

    /** What a page leaves out of a scenario file: what it tells elsewhere, and what is for editors and lists. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?m)^(?:# yaml-language-server|tags|description|expect):.*(?:\\R|\\z)(?:[ \\t#-]+.*(?:\\R|\\z))*");

    private static final Pattern UNIT = Pattern.compile(" \\((J|s|Hz)\\)$");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(E-?[0-9]+)?");

    private final ScenarioRun run;
    private final CaseResult result;
    private final PicturePlan plan;
    private final StringBuilder page = new StringBuilder();

    private GalleryPage(ScenarioRun run, CaseResult result, PicturePlan plan) {
        this.run = run;
        this.result = result;
        this.plan = plan;
    }

    /** The file of a picture of a scenario. @param number counted from 0 */
    public static String pictureFile(String scenario, int number) {
        return scenario + (number == 0 ? "" : "-" + (number + 1)) + ".svg";
    }

    /**
     * The page, in Markdown.
     *
     * @param run the first run of the scenario
     * @param result all its runs
     * @param plan what its pictures show
     * @param file the scenario file, from the root of the project
     * @param source its content
     * @param change suggestions for changes, in Markdown; may be empty
     */
    public static String markdown(
            ScenarioRun run, CaseResult result, PicturePlan plan, String file, String source, String change) {
        return new GalleryPage(run, result, plan).write(file, source, change);
    }

    private String write(String file, String source, String change) {
        String name = run.scenario().name();
        page.append("# ").append(Markdown.inline(name)).append("\n\n");
        page.append(Markdown.withoutHtml(run.scenario().description())).append("\n\n");
        writePictures(name);
        page.append("    ./ganglion run ").append(file.replaceAll("\\R", " ")).append("\n\n");
        writePopulations();
        writeDevices();
        writeExpectations();
        writePoints();
        if (!change.isBlank()) {
            page.append("## Change it\n\n").append(Markdown.withoutHtml(change)).append("\n\n");
        }
        String shown = LEFT_OUT.matcher(source).replaceAll("");
        if (shown.lines().count() <= MOST_LINES) {
            page.append("## The scenario\n\n")
                    .append(Markdown.code("yaml", shown))
                    .append("\n");
        }
        page.append(MARK).append("\n");
        return page.toString();
    }

    private void writePictures(String name) {
        if (!plan.lookAt().isEmpty()) {
            page.append("**What to look at.** ")
                    .append(Markdown.withoutHtml(plan.lookAt()))
                    .append("\n\n");
        }
        for (int i = 0; i < plan.drawings().size(); i++) {
            page.append("![picture of the run](").append(pictureFile(name, i)).append(")\n\n");
        }
        if (!plan.papers().isEmpty()) {
            page.append(plan.papers().size() == 1 ? "Paper: " : "Papers: ")
                    .append(plan.papers().stream().map(CitedPaper::link).collect(Collectors.joining("; ")))
                    .append("\n\n");
        }
    }

    private void writePopulations() {
        page.append("| population | neurons | spikes | mean rate |\n|---|---|---|---|\n");
        double seconds = run.clock().seconds(run.ticks());
        for (int p = 0; p < run.network().populations().size(); p++) {
            Population population = run.network().population(p);
            int spikes = run.result().spikes().get(p).size();
            row(
                    population.name(),
                    Integer.toString(population.size()),
                    Integer.toString(spikes),
                    QuantityFormat.format(spikes / (population.size() * seconds), "Hz", 3));
        }
        page.append("\n");
    }

    private void writeDevices() {
        if (run.costs().isEmpty()) {
            return;
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new DeviceAnswer(CostedRun.of(run)).print(new PrintStream(answer, true, StandardCharsets.UTF_8), "");
        page.append(Markdown.code("text", answer.toString(StandardCharsets.UTF_8)))
                .append("\n");
    }

    private void writeExpectations() {
        if (run.expectations().isEmpty()) {
            return;
        }
        page.append("| expectation | found | expected |\n|---|---|---|\n");
        for (ExpectationOutcome outcome : run.expectations()) {
            row(outcome.text(), outcome.found(), outcome.expected());
        }
        page.append("\n");
    }

    private void writePoints() {
        if (result.runs().size() < 2) {
            return;
        }
        StudyTable table = new StudyTable(result);
        List<List<String>> rows = table.points().stream()
                .limit(MOST_POINTS)
                .map(table::row)
                .map(cells -> shown(table.header(), cells))
                .toList();
        List<Integer> columns = IntStream.range(0, table.header().size())
                .filter(column -> column < table.axes().size()
                        ? rows.stream().noneMatch(cells -> isStructure(cells.get(column)))
                        : varies(rows, column) && !isToldByCount(table.header(), column))
                .boxed()
                .toList();
        page.append("Runs of the sweep; above is the first.\n\n");
        row(columns.stream()
                .map(column -> UNIT.matcher(table.header().get(column)).replaceFirst(""))
                .toArray(String[]::new));
        row(columns.stream().map(column -> "---").toArray(String[]::new));
        rows.forEach(cells -> row(columns.stream().map(cells::get).toArray(String[]::new)));
        page.append("\n");
    }

    /** Whether a setting is a list or an object: the scenario has it, and a cell would be wider than the page. */
    private static boolean isStructure(String cell) {
        return cell.startsWith("[") || cell.startsWith("{");
    }

    /** Whether a rate stands beside the number of spikes of the same population, which the scenario has an expectation of. */
    private static boolean isToldByCount(List<String> header, int column) {
        String name = header.get(column);
        return name.startsWith("rate of ")
                && header.contains(
                        "spikes of " + UNIT.matcher(name).replaceFirst("").substring(8));
    }

    private static boolean varies(List<List<String>> rows, int column) {
        return rows.stream().map(cells -> cells.get(column)).distinct().count() > 1;
    }

    private static List<String> shown(List<String> header, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> shown(header.get(column), cells.get(column)))
                .toList();
    }

    /** A figure with the unit of its column; texts lose their JSON quotes. */
    private static String shown(String column, String cell) {
        Matcher unit = UNIT.matcher(column);
        if (!NUMBER.matcher(cell).matches()) {
            return cell.replaceAll("^\"|\"$", "");
        }
        if (unit.find()) {
            return QuantityFormat.format(Double.parseDouble(cell), unit.group(1), 3);
        }
        return cell.length() > 6 ? QuantityFormat.format(Double.parseDouble(cell), "", 4) : cell;
    }

    private void row(String... cells) {
        Markdown.row(page, List.of(cells));
    }
}
