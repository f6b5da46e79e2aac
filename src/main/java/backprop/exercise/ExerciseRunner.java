package backprop.exercise;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs an exercise's JUnit test class against a learner's function, in this process. */
final class ExerciseRunner {
    private ExerciseRunner() {}

    /**
     * The score of a function.
     *
     * @param tests the JUnit test class
     * @param session the learner's function and the seeds
     */
    static Score run(Class<?> tests, Session session) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
        Results results = new Results(session);
        String printed = session.guard()
                .subject()
                .during(() -> SubjectResolver.with(session, () -> launcher().execute(request, results)));
        List<Score.Result> all = results.all();
        if (all.isEmpty()) {
            throw new IllegalStateException("no test was found in " + tests.getName());
        }
        Score score = new Score(Contracts.title(session.contract()), all, printed, Contracts.hints(session.contract()));
        Hints.checked(session.contract(), score.complete());
        return score;
    }

    /** The engine is named, not looked up: a notebook's class loader need not know of services. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    }

    /**
     * A test that has ended.
     *
     * @param test which
     * @param thrown what it threw, empty if it passed
     * @param seed of the fresh inputs, if it was they that failed
     * @param formOnly whether it looked at shapes and arguments alone
     * @param called whether it called the function
     */
    private record Ended(
            TestIdentifier test, Optional<Throwable> thrown, OptionalLong seed, boolean formOnly, boolean called) {
        double points() {
            Method method = test.getSource()
                    .map(MethodSource.class::cast)
                    .map(MethodSource::getJavaMethod)
                    .orElseThrow();
            ExerciseTest marked = method.getAnnotation(ExerciseTest.class);
            Points points = method.getAnnotation(Points.class);
            return marked != null ? marked.points() : points == null ? 1 : points.value();
        }
    }

    /** Collects the tests as they end; what a learner reads of one may depend on all. */
    private static final class Results implements TestExecutionListener {
        private final Session session;
        private final List<Ended> tests = new ArrayList<>();

        Results(Session session) {
            this.session = session;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
            if (!test.isTest()) {
                return;
            }
            boolean passed = outcome.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            session.ended(passed);
            Evidence evidence = session.evidence();
            tests.add(new Ended(
                    test, outcome.getThrowable(), session.freshSeed(), evidence.formOnly(), evidence.called()));
        }

        List<Score.Result> all() {
            Diagnosis diagnosis = new Diagnosis(
                    tests.stream().flatMap(test -> test.thrown().stream()).toList());
            return tests.stream().map(test -> result(test, diagnosis)).toList();
        }

        /** Whether it passed is not told by its message, which may be a learner's own, and empty. */
        private Score.Result result(Ended test, Diagnosis diagnosis) {
            Optional<String> message = test.thrown()
                    .map(thrown -> Feedback.message(thrown, test.seed(), diagnosis))
                    .or(() -> shownNothing(test));
            return new Score.Result(test.test().getDisplayName(), message.isEmpty(), test.points(), message.orElse(""));
        }

        /** Why a test that did not fail counts for nothing. */
        private Optional<String> shownNothing(Ended test) {
            if (!test.called()) {
                return Optional.of(Texts.of("feedback.notCalled"));
            }
            boolean constant = session.evidence().constant();
            if (test.formOnly() && (constant || !session.evidence().valuesPassed())) {
                return Optional.of(Texts.of("feedback.somethingFirst"));
            }
            return constant ? Optional.of(Texts.of("feedback.constant")) : Optional.empty();
        }
    }
}
