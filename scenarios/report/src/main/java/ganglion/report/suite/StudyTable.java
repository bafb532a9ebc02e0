package ganglion.report.suite;

import ganglion.documents.table.CsvCell;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.StudyPoint;
import ganglion.scenario.suite.StudyPoint.Statistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The points of a sweep as a table: settings, expectations and figures. Not thread-safe. */
public final class StudyTable {

    /** Title of the column of decisions. */
    static final String WINNERS = "decided for";

    private final List<StudyPoint> points;
    private final Map<String, String> axes;
    private final List<String> figures;

    /** Why runs do not have figures that have a column all the same. */
    private final Map<String, Set<String>> unknown = new LinkedHashMap<>();

    /** What has been read, by its JSON text: few values stand in many runs. */
    private final Map<String, SweepSetting> settings = new HashMap<>();

    private final boolean repeated;
    private final boolean decides;
    private final boolean incomplete;

    /** The table of a case with several runs. */
    public StudyTable(CaseResult result) {
        this.points = StudyPoint.of(result);
        Set<String> pointers = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (StudyPoint point : points) {
            pointers.addAll(point.settings().keySet());
            names.addAll(point.figures().keySet());
        }
        this.axes = RunPoint.names(pointers);
        result.runs()
                .forEach(run -> run.unknown()
                        .forEach((figure, reason) -> unknown.computeIfAbsent(figure, name -> new LinkedHashSet<>())
                                .add(reason)));
        names.addAll(unknown.keySet());
        this.figures = names.stream()
                .filter(figure -> unknown.containsKey(figure) || isCommon(figure))
                .toList();
        this.repeated = points.stream().anyMatch(point -> point.runs() + point.lost() > 1);
        this.decides =
                points.stream().anyMatch(point -> !point.winners().counts().isEmpty());
        this.incomplete = result.lost() > 0;
    }

    /** Whether at least half of the points have a figure: each may expect something of its own, and columns of gaps help nobody. */
    private boolean isCommon(String figure) {
        List<StudyPoint> ended =
                points.stream().filter(point -> point.runs() > 0).toList();
        long with = ended.stream()
                .filter(point -> point.figures().containsKey(figure))
                .count();
        return 2 * with >= ended.size();
    }

    /** The rows. */
    public List<StudyPoint> points() {
        return points;
    }

    /** The settings that vary: a short name per pointer. */
    public Map<String, String> axes() {
        return axes;
    }

    List<String> figures() {
        return figures;
    }

    /** Figures that some runs, or all, do not have, each with the reasons. */
    Map<String, Set<String>> unknown() {
        return unknown;
    }

    /** What a point or a run has of an axis. */
    SweepSetting setting(Map<String, String> varied, String pointer) {
        return settings.computeIfAbsent(varied.getOrDefault(pointer, ""), SweepSetting::of);
    }

    /** Whether anything is decided, so that tables have a column of {@link #WINNERS}. */
    boolean decides() {
        return decides;
    }

    /** Whether points have more than one run. */
    boolean isRepeated() {
        return repeated;
    }

    /**
     * The titles of the columns. Figures of repeated runs have one for the mean and one for the standard deviation. Runs without
     * a result have a column if there are any.
     */
    public List<String> header() {
        List<String> header = new ArrayList<>(axes.values());
        header.add("runs");
        if (incomplete) {
            header.add("lost runs");
        }
        header.addAll(List.of("expectations that hold", "expectations"));
        if (decides) {
            header.add(WINNERS);
        }
        for (String figure : figures) {
            header.add(figure);
            if (repeated) {
                header.add("deviation of " + figure);
            }
        }
        return header;
    }

    /** The cells of a point, in full precision. */
    public List<String> row(StudyPoint point) {
        List<String> row = new ArrayList<>();
        axes.keySet()
                .forEach(pointer -> row.add(setting(point.settings(), pointer).text()));
        row.add(Integer.toString(point.runs()));
        if (incomplete) {
            row.add(Integer.toString(point.lost()));
        }
        row.add(Long.toString(point.held()));
        row.add(Long.toString(point.expected()));
        if (decides) {
            row.add(point.winners().text(Integer.MAX_VALUE));
        }
        for (String figure : figures) {
            Statistics statistics = point.figures().get(figure);
            row.add(statistics == null ? "" : number(statistics.mean()));
            if (repeated) {
                row.add(statistics == null ? "" : number(statistics.deviation()));
            }
        }
        return row;
    }

    /** In full precision. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The table as CSV by RFC 4180, with line feeds at the ends of lines. */
    String csv() {
        return csv(header(), points.stream().map(this::row).toList());
    }

    static String csv(List<String> header, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder();
        addLine(csv, header);
        rows.forEach(row -> addLine(csv, row));
        return csv.toString();
    }

    private static void addLine(StringBuilder csv, List<String> cells) {
        List<String> quoted = cells.stream().map(CsvCell::of).toList();
        csv.append(String.join(",", quoted)).append('\n');
    }
}
