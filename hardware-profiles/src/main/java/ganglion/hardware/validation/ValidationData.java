package ganglion.hardware.validation;

import ganglion.documents.key.WordType;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Cell;
import ganglion.documents.table.Table.Column;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.validation.ValidationCase.Evidence;
import ganglion.hardware.validation.ValidationCases.PublishedCase;
import java.util.Map;
import java.util.OptionalDouble;

/** The measurements that ship as a data set of their own, folder {@code measurements}: what was measured, without any estimate. */
public final class ValidationData {

    private ValidationData() {}

    /** Texts by the names of their files: a table of the measurements, the networks that it names, and the schema of further ones. */
    public static Map<String, String> files() {
        ValidationCases shipped = ValidationCases.shipped();
        return Map.of(
                "measurements.csv", table(shipped).csv(),
                "networks.json", shipped.networks().toPrettyString() + "\n",
                "measurements.schema.json", CaseKeys.schema().text().strip() + "\n");
    }

    private static Table table(ValidationCases cases) {
        Table table = new Table(
                Column.text("case"),
                Column.text("device"),
                Column.text("chip"),
                Column.number("clock", "Hz"),
                Column.number("voltage", "V"),
                Column.text("boundary"),
                Column.text("workload"),
                Column.number("measured"),
                Column.text("unit"),
                Column.text("mark"),
                Column.text("study"),
                Column.text("laboratory"),
                Column.text("source"),
                Column.text("role"),
                Column.text("remark"));
        for (PublishedCase found : cases.published()) {
            Evidence evidence = found.evidence();
            table.row(
                    Cell.of(found.name()),
                    Cell.of(found.device().profile()),
                    Cell.of(found.chip().orElse("")),
                    number(found.device().point().clockHertz()),
                    number(found.device().point().volts()),
                    Cell.of(found.value().boundary().map(Boundary::word).orElse("")),
                    Cell.of(found.written().toString()),
                    number(OptionalDouble.of(found.value().quantity().value())),
                    Cell.of(found.value().quantity().dimension().baseUnit()),
                    Cell.of(evidence.mark().word()),
                    Cell.of(evidence.study().key()),
                    Cell.of(evidence.study().laboratory()),
                    Cell.of(evidence.source()),
                    Cell.of(WordType.wordOf(evidence.role())),
                    Cell.of(evidence.remark()));
        }
        return table;
    }

    private static Cell number(OptionalDouble value) {
        return Cell.of(value.orElse(Double.NaN), "");
    }
}
