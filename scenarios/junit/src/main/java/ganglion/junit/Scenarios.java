package ganglion.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which scenarios a test class runs; the class must implement {@link ScenarioTests}. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scenarios {

    /** Scenario files, or folders that hold some, from the folder that the build runs in (that of the pom.xml). */
    String[] value();

    /** Only scenarios with one of these tags; all if empty. */
    String[] tags() default {};

    /** No scenarios with any of these tags. */
    String[] excludedTags() default {};

    /** Where run directories with their reports go. */
    String reports() default "target/ganglion";
}
