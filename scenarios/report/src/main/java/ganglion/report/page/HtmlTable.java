package ganglion.report.page;

import ganglion.documents.table.Table;
import java.util.ArrayList;
import java.util.List;

/** A table of a page. The first cell of each row is its heading. */
public final class HtmlTable {

    private final List<String> looks = new ArrayList<>();
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private String behaviour = "";

    /** A table of an answer, whose rows a reader can sort. */
    public static HtmlTable of(Table answer) {
        HtmlTable table = new HtmlTable();
        answer.columns().forEach(column -> {
            if (column.number()) {
                table.numbers(column.title());
            } else {
                table.texts(column.title());
            }
        });
        for (List<Table.Cell> row : answer.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Table.Cell cell = row.get(i);
                boolean number =
                        answer.columns().get(i).number() && !cell.value().isEmpty();
                cells.add(
                        number
                                ? "<data value=\"" + Html.escaped(cell.value()) + "\">" + Html.escaped(cell.text())
                                        + "</data>"
                                : Html.escaped(cell.text()));
            }
            table.markupRow("", cells);
        }
        return table.sortable();
    }

    /** Adds a column of texts. */
    public HtmlTable texts(String title) {
        return column(title, "");
    }

    /** Adds a column of numbers, which are aligned to the right. */
    public HtmlTable numbers(String title) {
        return column(title, " class=\"number\"");
    }

    private HtmlTable column(String title, String look) {
        head.append("<th scope=\"col\"" + look + ">" + Html.escaped(title) + "</th>");
        looks.add(look);
        return this;
    }

    /** Lets a reader sort the rows by any column: by numbers, and texts by their letters. */
    public HtmlTable sortable() {
        behaviour = " class=\"sortable\"";
        return this;
    }

    /** Adds a row of plain text. */
    public void row(List<String> cells) {
        markupRow("", cells.stream().map(Html::escaped).toList());
    }

    /**
     * Adds a row of markup, in which everything from outside must be escaped.
     *
     * @param rowClass class of its style; empty if it has none
     * @param cells one for each column
     */
    public void markupRow(String rowClass, List<String> cells) {
        body.append(rowClass.isEmpty() ? "<tr>" : "<tr class=\"" + rowClass + "\">");
        for (int i = 0; i < cells.size(); i++) {
            String element = i == 0 ? "th" : "td";
            String look = i == 0 ? " scope=\"row\"" : looks.get(i);
            body.append("<" + element + look + ">" + cells.get(i) + "</" + element + ">");
        }
        body.append("</tr>\n");
    }

    /** The table, which scrolls where it is wider than the page. */
    public String markup() {
        return "<div class=\"scroller\"><table" + behaviour + ">\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n"
                + body + "</tbody>\n</table></div>\n";
    }
}
