"""An authority of the test's own: certificates for brokers and workers, and what they are good for."""

from __future__ import annotations

import datetime as dt
import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate, its key, and both in one file as Kafka wants them."""

    certificate: Path
    key: Path
    both: Path


class Authority:
    """Signs for `name`; its own certificate is `file`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        constraint = x509.BasicConstraints(ca=True, path_length=0)
        usage = _usage(signs_certificates=True)
        body = _body(self._name, self._name, self._key.public_key()).add_extension(constraint, critical=True)
        found = body.add_extension(usage, critical=True).sign(self._key, hashes.SHA256())
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(found.public_bytes(serialization.Encoding.PEM))

    def issue(self, name: str, *hosts: str, days: int = 1) -> Identity:
        """For servers under `hosts`, for clients under `name`; negative days: it has ended."""
        key = ec.generate_private_key(ec.SECP256R1())
        body = _body(_named(name), self._name, key.public_key(), days)
        body = body.add_extension(_usage(signs_certificates=False), critical=True)
        if hosts:
            body = body.add_extension(x509.SubjectAlternativeName([_host(one) for one in hosts]), critical=False)
        certificate = body.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        plain = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return _written(self._folder / name, certificate, plain)


def _written(stem: Path, certificate: bytes, key: bytes) -> Identity:
    found = Identity(stem.with_suffix(".crt"), stem.with_suffix(".key"), stem.with_suffix(".both"))
    found.certificate.write_bytes(certificate)
    found.key.write_bytes(key)
    found.both.write_bytes(key + certificate)
    return found


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _host(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, key_cert_sign=signs_certificates, crl_sign=signs_certificates,
        content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )


def _body(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int = 1
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)  # noqa: TID251 - a certificate holds from now
    begin, end = sorted((now - dt.timedelta(hours=1), now + dt.timedelta(days=days)))
    body = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    return body.serial_number(x509.random_serial_number()).not_valid_before(begin).not_valid_after(end)
