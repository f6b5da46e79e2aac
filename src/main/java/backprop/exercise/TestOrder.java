package backprop.exercise;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Order;

/** Runs the tests of an exercise in the order that {@link ExerciseTest}, or JUnit's own annotation, tells. */
final class TestOrder implements MethodOrderer {
    /** Made by JUnit. */
    TestOrder() {}

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparingInt(TestOrder::place));
    }

    private static int place(MethodDescriptor method) {
        return method.findAnnotation(ExerciseTest.class)
                .map(ExerciseTest::order)
                .or(() -> method.findAnnotation(Order.class).map(Order::value))
                .orElse(Order.DEFAULT);
    }
}
