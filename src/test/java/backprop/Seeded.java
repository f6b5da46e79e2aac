package backprop;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test once for each of the seeds 0, 1, 2, …; the test takes the {@link RandomInputs} of the seed. A failure
 * names its seed, and the same seed gives the same inputs again.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(Seeded.Source.class)
public @interface Seeded {
    /** How many seeds; the quick tier takes a tenth of them. */
    int value();

    /** Gives the test the inputs of each seed. */
    final class Source extends AnnotationBasedArgumentsProvider<Seeded> {
        @Override
        protected Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, Seeded seeds) {
            int count = Tier.atLeast(Tier.DEFAULT) ? seeds.value() : seeds.value() / 10;
            return LongStream.range(0, count).mapToObj(seed -> Arguments.of(new RandomInputs(seed)));
        }
    }
}
