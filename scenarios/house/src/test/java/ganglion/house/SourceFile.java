package ganglion.house;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java file of the project.
 *
 * @param path where it is, below the root of the project
 * @param text what it holds
 */
record SourceFile(Path path, String text) {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern TOP_LEVEL_TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed|non-sealed|strictfp) )*(?:class|interface|enum|record|@interface) (\\w+)",
            Pattern.MULTILINE);

    /** Whether it is shipped, rather than a test. */
    boolean isMain() {
        return slashes().contains("src/main/java/");
    }

    /** The folder of its module. */
    String module() {
        return slashes().replaceFirst("/src/.*", "");
    }

    String packageName() {
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    List<String> topLevelTypes() {
        return TOP_LEVEL_TYPE.matcher(text).results().map(type -> type.group(1)).toList();
    }

    long lines() {
        return text.lines().count();
    }

    /** Its path with slashes on every system. */
    String slashes() {
        return path.toString().replace('\\', '/');
    }
}
