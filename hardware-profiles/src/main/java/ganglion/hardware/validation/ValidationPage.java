package ganglion.hardware.validation;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.library.ProfileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Writes {@code docs/validation.md}: measurements of whole chips against our estimates. */
public final class ValidationPage {

    private static final String HEAD = """
            # Published measurements against our estimates

            Made by `ganglion.hardware.validation.ValidationPage`; do not edit. Each estimate takes the published workload and the
            profile as it ships. A profile has one set of figures, and none is changed for a case. *Fit* marks a measurement that
            is among the evidence of the profile itself: agreement there shows only that the profile reproduces its source. The
            others were not used. An estimate without an interval rests on figures whose error nobody has published.

            | case | profile | estimate | measured | ratio | kind | source |
            |---|---|---|---|---|---|---|
            """;

    private static final String OMITTED_HEAD = """

            ## Left out, and why

            | case | measured | what is missing |
            |---|---|---|
            """;

    private ValidationPage() {}

    /**
     * Writes the page.
     *
     * @param arguments path of the file; {@code docs/validation.md} if there is none
     * @throws IOException if the file cannot be written
     * @throws ProfileException never, as every case names a profile that ships with Ganglion
     */
    public static void main(String[] arguments) throws IOException, ProfileException {
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "docs/validation.md")
                .toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), "validation", ".md");
        Files.writeString(temporary, text());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The page as Markdown.
     *
     * @throws ProfileException never, as every case names a profile that ships with Ganglion
     */
    public static String text() throws ProfileException {
        StringBuilder page = new StringBuilder(HEAD);
        ValidationCases shipped = ValidationCases.shipped();
        List<ValidationCase> cases = shipped.estimated();
        cases.forEach(found -> page.append(row(found)));
        page.append("\n## Remarks\n\n");
        cases.forEach(found -> page.append("* ")
                .append(found.name())
                .append(": ")
                .append(found.remark())
                .append(".\n"));
        page.append(OMITTED_HEAD);
        shipped.omitted()
                .forEach(omitted -> page.append("| ")
                        .append(omitted.name())
                        .append(" | ")
                        .append(omitted.measured())
                        .append(" | ")
                        .append(omitted.reason())
                        .append(" |\n"));
        return page.toString();
    }

    private static String row(ValidationCase found) {
        return String.join(
                        " | ",
                        "| " + found.name(),
                        found.profile().name(),
                        QuantityFormat.format(found.estimate(), found.measured().dimension()),
                        found.measured().toString(),
                        String.format(Locale.ROOT, "%.2g", found.ratio()),
                        found.role() == ValidationCase.Role.CALIBRATES ? "fit" : "held out",
                        found.source())
                + " |\n";
    }
}
