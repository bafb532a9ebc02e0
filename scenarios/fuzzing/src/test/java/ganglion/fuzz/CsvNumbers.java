package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Numbers at and beyond the limits of their types, and the punctuation of CSV, for inputs made of them. */
@DictionaryEntries({
    "1e999",
    "-1",
    "nan",
    "inf",
    "9223372036854775807",
    "-9223372036854775808",
    "2147483648",
    "0.0000001",
    ",,",
    "\\x0A\\x0A",
    "#",
    "1e-320"
})
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface CsvNumbers {}
