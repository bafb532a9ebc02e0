package ganglion.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file or folder. An empty word, as a shell makes of a variable that is not set, would mean the working folder. */
public final class PathReader implements ITypeConverter<Path> {

    @Override
    public Path convert(String word) {
        if (word.isEmpty()) {
            throw new TypeConversionException("found an empty path, expected a file or folder");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("found \"" + word
                    + "\", a name that no file can have in this locale, expected another, or LC_ALL=C.UTF-8");
        }
    }
}
