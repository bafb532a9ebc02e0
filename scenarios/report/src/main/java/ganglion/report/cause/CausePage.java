package ganglion.report.cause;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.SpikeId;
import ganglion.report.page.Html;
import ganglion.report.page.HtmlTable;
import ganglion.report.page.Page;
import ganglion.report.picture.SoundStretch;
import ganglion.scenario.cause.CauseAnswer;
import ganglion.scenario.cause.CauseNode;
import ganglion.scenario.cause.Origins;
import ganglion.scenario.cause.SourceShare;
import ganglion.scenario.result.Clip;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The answer to why a neuron fired, or did not, as a page: the spikes that lifted it as a graph under the sound, the stretch of sound to play,
 * and the parts of each spike that was followed. Each dot of the graph leads to the parts of its spike.
 */
public final class CausePage {

    private static final String WINDOW_TITLE = "Ganglion: why ";

    /** What stands near the start of such a page and of hardly any other file. */
    public static final String SIGN = "<title>" + WINDOW_TITLE;

    /** Stands for the run directory in commands of a page that lies in it. */
    static final String ITS_FOLDER = "RUN_DIR";

    private static final int ROWS = 60;
    private static final double LONGEST_PLAYED_SECONDS = 120;

    /** What is played before and after the spikes: frames are longer than hops, and less than this is hardly heard. */
    private static final double AROUND_SECONDS = 0.2;

    private final AskedRun run;
    private final CauseAnswer answer;
    private final CauseWords words;
    private final DrawnCauses causes;

    private CausePage(AskedRun run, CauseAnswer answer) {
        this.run = run;
        this.answer = answer;
        this.words = new CauseWords(run, answer);
        this.causes = new DrawnCauses(run, answer);
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
        Page page = new Page(WINDOW_TITLE + words.title())
                .head("Why", words.title(), about)
                .remark(words.comparison() + ".");
        page.card(answer.fired() ? "From the inputs to the spike" : "What reached the neuron", graph());
        answer.origins().ifPresent(origins -> page.card("Inputs", inputs(origins)));
        page.card(answer.fired() ? "What each spike is made of" : "What the potential is made of", moments(directory));
        page.card("Tried", tried());
        return page.withMedia()
                .markup("Scenario " + Html.escaped(run.scenario()) + ". "
                        + (directory.equals(ITS_FOLDER)
                                ? ITS_FOLDER + " is the folder that this page is in."
                                : "Run " + Html.escaped(directory) + "."));
    }

    private String graph() throws IOException {
        StringBuilder card = new StringBuilder(
                "<p class=\"lead\">Time goes from left to right. The width of a line is the share of the lift"
                        + " that went this way; dashed lines lowered the potential of the last neuron. Dots of spikes that were"
                        + " followed lead to what these are made of.</p>\n");
        card.append(causes.graph().figure());
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

    private String inputs(Origins origins) {
        HtmlTable table = new HtmlTable().texts("spike").numbers("of the lift").texts("where it was heard");
        origins.inputs().entrySet().stream()
                .limit(ROWS)
                .forEach(input -> table.row(List.of(
                        name(input.getKey()), CauseWords.percent(input.getValue()), words.heard(input.getKey()))));
        double rest = origins.inputs().values().stream()
                .skip(ROWS)
                .mapToDouble(Double::doubleValue)
                .sum();
        row(table, rest, origins.inputs().size() - ROWS + " other spikes of inputs");
        row(table, origins.drives(), "drives, initial potentials and own spikes");
        row(table, origins.currents(), "currents beside synapses, numbers of sounds");
        row(table, origins.notFollowed(), "spikes that were not followed");
        row(table, origins.noSums(), "spikes of neurons whose potential is no sum");
        return table.markup();
    }

    private static void row(HtmlTable table, double share, String name) {
        if (share > 0) {
            table.row(List.of(name, CauseWords.percent(share), ""));
        }
    }

    /** One section for each spike, of which a page shows the one that was chosen, or else the last. */
    private String moments(String directory) {
        StringBuilder sections = new StringBuilder("<div>\n");
        for (CauseNode node : answer.followed()) {
            sections.append(moment(node, directory));
        }
        return sections.append(moment(answer.root(), directory))
                .append("</div>\n")
                .toString();
    }

    private String moment(CauseNode node, String directory) {
        boolean root = node == answer.root();
        StringBuilder section = new StringBuilder("<div class=\"choice-of-many\" id=\""
                + causes.place(node.at()).orElseThrow() + "\">\n<h3>" + Html.escaped(name(node.at()))
                + "</h3>\n<p class=\"lead\">"
                + Html.escaped(
                        root
                                ? words.comparison() + "."
                                : CauseWords.percent(node.share()) + " of the lift came through it. Its potential was "
                                        + CauseWords.number(node.parts().potential()) + ", the threshold "
                                        + CauseWords.number(node.parts().level()) + ".")
                + "</p>\n");
        section.append(parts(node).markup());
        SpikeId here = node.at();
        section.append("<p class=\"detail\"><a href=\"#card-1\">Back to the graph</a>. On the command line: <code>"
                + Html.escaped("ganglion why " + directory + (root && !answer.fired() ? " --missing " : " --spike ")
                        + run.name(here) + "@" + here.tick())
                + "</code></p>\n</div>\n");
        return section.toString();
    }

    private HtmlTable parts(CauseNode node) {
        HtmlTable table = new HtmlTable()
                .texts("part")
                .numbers("amount")
                .numbers("of the lift")
                .texts("weights")
                .texts("delays")
                .texts("where it was heard");
        node.sources().stream().limit(ROWS).forEach(source -> table.markupRow("", sourceRow(node, source)));
        if (node.sources().size() > ROWS) {
            double rest = node.sources().stream()
                    .skip(ROWS)
                    .mapToDouble(SourceShare::amount)
                    .sum();
            table.row(List.of(node.sources().size() - ROWS + " other spikes", CauseWords.number(rest), "", "", "", ""));
        }
        for (CauseWords.NamedPart part : words.otherParts(node)) {
            table.row(List.of(
                    part.name(),
                    CauseWords.number(part.amount()),
                    part.share() > 0 ? CauseWords.percent(part.share()) : "",
                    "",
                    "",
                    ""));
        }
        table.row(List.of("sum", CauseWords.number(node.parts().sum()), "", "", "", ""));
        return table;
    }

    private List<String> sourceRow(CauseNode node, SourceShare source) {
        String name = Html.escaped(name(source.spike()));
        String linked = causes.place(source.spike())
                .map(place -> "<a href=\"#" + place + "\">" + name + "</a>")
                .orElse(name);
        List<EventPart> events = node.parts().events().stream()
                .filter(event -> event.firedTick() == source.spike().tick()
                        && event.synapse().source() == source.spike().neuron()
                        && run.replay().network().sourceOf(event.synapse().projection())
                                == source.spike().population())
                .toList();
        return List.of(
                linked,
                CauseWords.number(source.amount()),
                source.amount() > 0 ? CauseWords.percent(source.share()) : "",
                events.stream()
                        .map(event -> CauseWords.number(event.weight()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                events.stream()
                        .map(event -> (long) event.synapse().delayTicks())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(run::time)
                        .collect(Collectors.joining(", ")),
                Html.escaped(words.heard(source.spike())));
    }

    private String tried() {
        StringBuilder text = new StringBuilder();
        answer.knockOut().map(words::tried).ifPresent(tried -> paragraph(text, tried));
        answer.inNetwork().map(words::inNetwork).ifPresent(fate -> paragraph(text, fate));
        paragraph(text, words.checked());
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String sentence) {
        text.append("<p>").append(Html.escaped(sentence)).append("</p>\n");
    }

    private String name(SpikeId spike) {
        return run.name(spike) + " at " + run.time(spike.tick());
    }
}
