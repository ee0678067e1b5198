"""qtdesk: a phrasebook and order desk for customer-service agents."""

__version__ = "0.1.0"
