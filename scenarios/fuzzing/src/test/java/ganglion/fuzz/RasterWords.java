package ganglion.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The heads and numbers of a raster, for inputs made of them. */
@DictionaryEntries({"# ticks: ", "# population: ", "# tick-seconds: "})
@CsvNumbers
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface RasterWords {}
