package ganglion.report.explore;

import static ganglion.report.page.Html.escaped;

import ganglion.scenario.explore.FrontPoint;
import java.util.ArrayList;
import java.util.List;

/** What is known of each point; a page shows the point that was chosen, or else the last, which is the one that the search comes to. */
final class PointDetails {

    private PointDetails() {}

    /** The name by which a page knows the details of a point. */
    static String id(FrontPoint point) {
        return "point-" + point.name().replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    static String markup(FoundFronts found) {
        StringBuilder markup = new StringBuilder("<div>\n");
        List<FrontPoint> all = new ArrayList<>(found.all());
        Headline.first(found).ifPresent(first -> {
            all.remove(first);
            all.add(first);
        });
        for (FrontPoint point : all) {
            PointWords words = new PointWords(found, point);
            markup.append("<div class=\"choice-of-many\" id=\"" + escaped(id(point)) + "\">\n<h3>"
                    + escaped(words.title()) + "</h3>\n<dl class=\"facts\">\n");
            words.facts()
                    .forEach((name, text) ->
                            markup.append("<dt>" + escaped(name) + "</dt><dd>" + escaped(text) + "</dd>\n"));
            markup.append("</dl>\n").append(commands(point)).append("</div>\n");
        }
        return markup.append("</div>\n").toString();
    }

    private static String commands(FrontPoint point) {
        return "<p>Run it in this folder: <code>" + escaped(command(point)) + "</code>. Is it still what it was? <code>"
                + escaped("ganglion test " + folder(point)) + "</code>. Its files: <a href=\"" + escaped(folder(point))
                + "/\">" + escaped(folder(point)) + "</a>.</p>\n";
    }

    /** The command that runs a point in the folder of the search, which makes its report. */
    static String command(FrontPoint point) {
        return "ganglion run " + point.scenario();
    }

    private static String folder(FrontPoint point) {
        int end = point.scenario().lastIndexOf('/');
        return end < 0 ? "." : point.scenario().substring(0, end);
    }
}
