from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.publishing.overlap import overlap

S3 = ":s3,provider=Minio,endpoint='https://s3.office.example',env_auth=true:"


@pytest.mark.parametrize(
    ("one", "other", "shares"),
    [
        ("name:", "name:podcast", True),
        ("name:podcast", "name:podcast/web", True),
        ("name:podcast", "name:podcast2", False),
        ("name:podcast", "other:podcast", False),
        (f"{S3}podcast", f"{S3}podcast/", True),
        (
            f"{S3}podcast",
            ':s3,env_auth=true,provider=Minio,endpoint="https://s3.office.example/":podcast/web',
            True,
        ),
        (f"{S3}podcast", ":s3,endpoint='https://other.example',env_auth=true:podcast", False),
        (f"{S3}podcast", f"{S3}web", False),
        ("/mnt/audio", "/mnt/../mnt/audio/web", True),
        ("/mnt/audio", ":local:/mnt", True),
        ("audio", "web", False),
        ("audio", "./audio", True),
    ],
)
def test_two_remotes_overlap_where_one_is_within_the_other(
    one: str, other: str, shares: bool, tmp_path: Path
) -> None:
    assert overlap(one, other, tmp_path) is shares
    assert overlap(other, one, tmp_path) is shares
