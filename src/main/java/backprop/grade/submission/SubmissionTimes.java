package backprop.grade.submission;

import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** When something was handed in, and how late that is. */
final class SubmissionTimes {
    /** Times before this are none: 1980 is the first year that a zip archive knows, and stands there for no time. */
    private static final Instant FIRST = Instant.parse("1981-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern STAMP =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)\\s*([\\w/+:-]{0,50})");

    private SubmissionTimes() {}

    /** An entry's time; an old kind of it is by the clock of this computer. */
    static Optional<Instant> of(ZipEntry entry) {
        try {
            return entry.getTime() < 0 ? Optional.empty() : sane(entry.getLastModifiedTime());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** In whole seconds; none where it is not of this age. */
    static Optional<Instant> sane(FileTime time) {
        return Optional.of(time.toInstant())
                .filter(at -> at.isAfter(FIRST) && at.isBefore(LAST))
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What nbgrader writes into timestamp.txt, such as {@code 2026-11-02 12:34:56.789012 UTC}. */
    static Optional<Instant> stamp(String text) {
        Matcher stamp = STAMP.matcher(text.strip());
        if (!stamp.matches()) {
            return Optional.empty();
        }
        try {
            String zone = stamp.group(3).isEmpty() ? "UTC" : stamp.group(3);
            return sane(FileTime.from(LocalDateTime.parse(stamp.group(1) + "T" + stamp.group(2))
                    .atZone(ZoneId.of(zone))
                    .toInstant()));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** Such as {@code late by 1 day 2 h 5 min}; empty where it is not known. */
    static String lateness(Optional<Instant> time, Optional<Instant> due, boolean saidLate) {
        if (time.isEmpty() || due.isEmpty()) {
            return saidLate ? "late" : "";
        }
        Duration late = Duration.between(due.get(), time.get());
        if (late.isNegative() || late.isZero()) {
            return saidLate ? "late" : "on time";
        }
        StringJoiner parts = new StringJoiner(" ", "late by ", "").setEmptyValue("late by less than 1 min");
        if (late.toDays() > 0) {
            parts.add(late.toDays() + (late.toDays() == 1 ? " day" : " days"));
        }
        if (late.toHoursPart() > 0) {
            parts.add(late.toHoursPart() + " h");
        }
        if (late.toMinutesPart() > 0) {
            parts.add(late.toMinutesPart() + " min");
        }
        return parts.toString();
    }
}
