package ganglion.report.cause;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.report.picture.SoundStretch;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.result.Clip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answer to why a neuron fired, or did not, as a page: the spikes that lifted it as a graph under the sound, the stretch of sound to play,
 * and the parts of each spike that was followed. Each dot of the graph leads to the parts of its spike.
 */
public final class CausePage {

    private static final String WINDOW_TITLE = "Ganglion: why ";

    /** What stands near the start of such a page and of hardly any other file. */
    public static final String SIGN = "<title>" + WINDOW_TITLE;

    private static final int ROWS = 60;
    private static final double LONGEST_PLAYED_SECONDS = 120;

    /** What is played before and after the spikes: frames are longer than hops, and less than this is hardly heard. */
    private static final double AROUND_SECONDS = 0.2;

    private final AskedRun run;
    private final CauseAnswer answer;
    private final CauseText text;
    private final CauseDrawing causes;

    /** Where the page tells more of a spike, by what the spike is called. */
    private final Map<String, String> places = new HashMap<>();

    private CausePage(AskedRun run, CauseAnswer answer) {
        this.run = run;
        this.answer = answer;
        this.text = new CauseText(run, ROWS);
        this.causes = new CauseDrawing(run, answer);
        answer.followed().forEach(node -> place(node.at()));
        place(answer.cause().at());
    }

    private void place(SpikeId spike) {
        places.put(run.at(spike), causes.place(spike).orElseThrow());
    }

    /**
     * The page, as HTML.
     *
     * @param about what is known of the moment besides, in whole sentences; empty for nothing
     * @param directory of the run, for the commands that ask on, with what options they need
     * @throws IOException if a picture or a sound cannot be made
     */
    public static String of(AskedRun run, CauseAnswer answer, String about, String directory) throws IOException {
        return new CausePage(run, answer).markup(about, directory);
    }

    private String markup(String about, String directory) throws IOException {
        Page page = new Page(WINDOW_TITLE + text.title(answer.cause().at(), answer.fired()))
                .head("Why", text.title(answer.cause().at(), answer.fired()), about)
                .remark(text.comparison(answer));
        page.card(answer.fired() ? "From the inputs to the spike" : "What reached the neuron", graph());
        answer.origins()
                .ifPresent(origins ->
                        page.card("Inputs", table(text.origins(origins)).markup()));
        page.card(answer.fired() ? "What each spike is made of" : "What the potential is made of", moments(directory));
        page.card("Tried", tried());
        return page.withMedia()
                .markup("Scenario " + Html.escaped(run.scenario()) + ". " + "Run " + Html.escaped(directory) + ".");
    }

    private String graph() throws IOException {
        StringBuilder card = new StringBuilder(
                "<p class=\"lead\">A line leads from a spike to one that it lifted, or that it held back. Under the pointer, a"
                        + " spike says its share of the lift.</p>\n");
        card.append(causes.sheet().figure());
        for (Clip clip : causes.clips()) {
            SoundStretch part = causes.part(clip);
            double hop = part.hearing().hopSeconds();
            if ((part.untilFrame() - part.fromFrame()) * hop <= LONGEST_PLAYED_SECONDS) {
                String name = clip.file() + " from " + QuantityFormat.format(part.fromFrame() * hop, "s", 3) + " to "
                        + QuantityFormat.format(part.untilFrame() * hop, "s", 3) + ", and "
                        + QuantityFormat.format(AROUND_SECONDS, "s", 3) + " around";
                card.append("<p class=\"detail\">" + Html.escaped(name)
                        + "</p>\n<audio controls preload=\"metadata\" aria-label=\"" + Html.escaped(name)
                        + "\" src=\"data:audio/wav;base64," + part.sound(AROUND_SECONDS) + "\"></audio>\n");
            }
        }
        return card.toString();
    }

    /** A table whose spikes lead to their parts. */
    private HtmlTable table(Table rows) {
        HtmlTable table = new HtmlTable();
        rows.columns().forEach(column -> {
            if (column.number()) {
                table.numbers(column.title());
            } else {
                table.texts(column.title());
            }
        });
        for (List<Table.Cell> row : rows.rows()) {
            List<String> cells = new ArrayList<>(
                    row.stream().map(cell -> Html.escaped(cell.text())).toList());
            Optional.ofNullable(places.get(row.get(0).text()))
                    .ifPresent(place -> cells.set(0, "<a href=\"#" + place + "\">" + cells.get(0) + "</a>"));
            table.markupRow("", cells);
        }
        return table;
    }

    /** One section for each spike, of which a page shows the one that was chosen, or else the last. */
    private String moments(String directory) {
        StringBuilder sections = new StringBuilder("<div>\n");
        for (CauseNode node : answer.followed()) {
            sections.append(moment(node, directory));
        }
        return sections.append(moment(answer.cause(), directory))
                .append("</div>\n")
                .toString();
    }

    private String moment(CauseNode node, String directory) {
        boolean root = node == answer.cause();
        StringBuilder section = new StringBuilder("<div class=\"choice-of-many\" id=\""
                + causes.place(node.at()).orElseThrow() + "\">\n<h3>" + Html.escaped(run.at(node.at()))
                + "</h3>\n<p class=\"lead\">"
                + Html.escaped(
                        root
                                ? text.comparison(answer)
                                : CauseText.percent(node.share()) + " of the lift came through it. Its potential was "
                                        + CauseText.number(node.parts().potential()) + ", the threshold "
                                        + CauseText.number(node.parts().level()) + ".")
                + "</p>\n");
        section.append(table(text.parts(node)).markup());
        SpikeId here = node.at();
        section.append("<p class=\"detail\"><a href=\"#card-1\">Back to the chart</a>. On the command line: <code>"
                + Html.escaped("ganglion why " + directory + (root && !answer.fired() ? " --missing " : " --spike ")
                        + run.name(here) + "@" + here.tick())
                + "</code></p>\n</div>\n");
        return section.toString();
    }

    private String tried() {
        return text.trials(answer).stream()
                .map(sentence -> "<p>" + Html.escaped(sentence) + "</p>\n")
                .collect(Collectors.joining());
    }
}
