package ganglion.cli.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that lists the packages of each module, with the first sentence of what each says it is for. */
final class PackagePage {

    /** Where the page is, below the root of the project. */
    static final String PATH = "docs/developer/packages.md";

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("^(.*?[.:])(?:\\s|$)", Pattern.DOTALL);

    private PackagePage() {}

    static String of(SourceTree tree) {
        StringBuilder page = new StringBuilder("""
                # Packages

                Generated from the first sentence of each `package-info.java`; do not edit. `SourceRulesTest` compares it with the
                sources, and writes it when run with `-Dganglion.update-packages=true`.
                """);
        for (String module : tree.modules()) {
            page.append("\n## `").append(module).append("`\n\n| package | what it is for |\n|---|---|\n");
            tree.main()
                    .filter(file -> file.module().equals(module))
                    .filter(file -> file.slashes().endsWith("/package-info.java"))
                    .forEach(file -> page.append("| `")
                            .append(file.packageName())
                            .append("` | ")
                            .append(firstSentence(file.text()))
                            .append(" |\n"));
        }
        return page.toString();
    }

    /** The first sentence of a comment, without its tags. */
    static String firstSentence(String packageInfo) {
        Matcher comment = COMMENT.matcher(packageInfo);
        if (!comment.find()) {
            return "";
        }
        String text = comment.group(1)
                .replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\{@link(?:plain)?\\s+(?:[\\w.]*\\.)?(\\w+)\\}", "`$1`")
                .replaceAll("\\{@code\\s+([^}]*)\\}", "`$1`")
                .replaceAll("<[^>]+>", "")
                .replace("|", "\\|")
                .strip()
                .replaceAll("\\s+", " ");
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.find() ? sentence.group(1).replaceFirst(":$", ".") : text;
    }
}
