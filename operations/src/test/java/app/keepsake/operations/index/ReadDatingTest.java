package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Precision;
import app.keepsake.media.ClaimSource;
import app.keepsake.media.Exposure;
import app.keepsake.media.MediaDetails;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaType;
import app.keepsake.media.TimeClaim;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadDatingTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2019, 8, 12, 12, 0);

    private static MediaInfo info(boolean scanned, TimeClaim... claims) {
        List<TimeClaim> all = List.of(claims);
        return new MediaInfo(
                MediaType.JPEG,
                10,
                10,
                Duration.ZERO,
                false,
                all.stream().findFirst().map(TimeClaim::local),
                Optional.empty(),
                all.stream().findFirst().map(claim -> claim.source().family()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                List.of(),
                Optional.empty(),
                all,
                List.of(),
                MediaDetails.USUAL,
                scanned,
                Exposure.UNKNOWN);
    }

    private static TimeClaim claim(ClaimSource source, LocalDateTime time) {
        return TimeClaim.local(time, Optional.empty(), source);
    }

    @ParameterizedTest
    @CsvSource({"EXIF_ORIGINAL, ", "SIDECAR, ", "FILE_TIME, FILE_TIME", "TAKEOUT_UPLOAD, UPLOADED", "MODIFIED, EDITED"})
    void theSourceMayBeReasonForDoubt(ClaimSource source, DateDoubt doubt) {
        assertThat(ReadDating.of(info(false, claim(source, NOON))).doubt()).isEqualTo(Optional.ofNullable(doubt));
    }

    @Test
    void aDoubtedTimeIsOfAScannerOrOfAClock() {
        TimeClaim doubted = claim(ClaimSource.EXIF_ORIGINAL, NOON).asDoubted(true);
        assertThat(ReadDating.of(info(true, doubted)).doubt()).contains(DateDoubt.SCANNED);
        assertThat(ReadDating.of(info(false, doubted)).doubt()).contains(DateDoubt.UNSET_CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "EXIF_ORIGINAL, NAME, -400, true",
        "EXIF_ORIGINAL, NAME, 400, true",
        "EXIF_ORIGINAL, NAME, 1, false",
        "EXIF_ORIGINAL, FILE_TIME, 400, false",
        "EXIF_ORIGINAL, MODIFIED, 400, false",
        "EXIF_ORIGINAL, EXIF_DIGITIZED, 9000, false",
        "SIDECAR, EXIF_ORIGINAL, 400, false",
        "TAKEOUT_CORRECTED, EXIF_ORIGINAL, 400, false"
    })
    void whatIsSureContradicts(ClaimSource believed, ClaimSource other, int days, boolean doubted) {
        Optional<DateDoubt> doubt = ReadDating.of(info(false, claim(believed, NOON), claim(other, NOON.plusDays(days))))
                .doubt();
        assertThat(doubt.isPresent()).isEqualTo(doubted);
    }

    @Test
    void aYearIsContradictedByAnotherYearOnly() {
        TimeClaim year =
                claim(ClaimSource.IPTC, LocalDateTime.of(2019, 1, 1, 12, 0)).to(TimeClaim.Precision.YEAR);
        Dating same = ReadDating.of(info(false, year, claim(ClaimSource.NAME, NOON)));
        assertThat(same.precision()).isEqualTo(Precision.YEAR);
        assertThat(same.doubt()).isEmpty();
        assertThat(ReadDating.of(info(false, year, claim(ClaimSource.NAME, NOON.plusYears(1))))
                        .doubt())
                .contains(DateDoubt.CONFLICT);
    }

    @Test
    void whatTellsNoDateIsNoDoubt() {
        assertThat(ReadDating.of(info(true))).isEqualTo(Dating.EXACT.ofScanner());
    }
}
